package citybrain.intake.anomaly;

/**
 * A doubtful point of a series.
 *
 * @param at its index
 * @param reasonZh what is doubtful about it, without the name of the column
 */
record Doubt(int at, String reasonZh) {}
