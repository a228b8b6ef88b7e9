package citybrain.intake;

/** Records delivered and where they went; rows are conserved, so the parts add up to the whole. */
public record RecordCounts(long delivered, long accepted, long quarantined, long superseded) {
  static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0);

  public RecordCounts {
    if (delivered != accepted + quarantined + superseded) {
      throw new IllegalStateException(
          "Rows are not conserved: "
              + delivered
              + " delivered, "
              + accepted
              + " accepted, "
              + quarantined
              + " quarantined, "
              + superseded
              + " superseded");
    }
  }

  RecordCounts plus(RecordCounts other) {
    return new RecordCounts(
        delivered + other.delivered,
        accepted + other.accepted,
        quarantined + other.quarantined,
        superseded + other.superseded);
  }
}
