package citybrain.intake.reading;

/**
 * A value that a file states, or that its contract assumes where the file states none.
 *
 * @param verbatim as written; empty when the contract assumes it
 * @param canonical as read
 */
record StatedValue(String verbatim, String canonical) {}
