package citybrain.intake;

/**
 * How much is read by one task.
 *
 * @param smallBytes files below this size are read by one task in one go, and kept for all writes
 * @param bytesATask what one task reads before another one is worth its start
 */
record ReadingSizes(long smallBytes, long bytesATask) {
  static final ReadingSizes USUAL = new ReadingSizes(32L << 20, 32L << 20);
}
