package citybrain.intake.hostile;

/**
 * What a hostile file reaches for.
 *
 * @param url of a server on this machine that counts who connects
 * @param secretFile a file outside the landing area
 */
record Lure(String url, String secretFile) {
  /** What stands in the file outside. */
  static final String SECRET = "SECRET-8f14e45f";
}
