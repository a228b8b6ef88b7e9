package citybrain.intake.reading;

import java.io.Serializable;

/**
 * How a file was recognised, for the record.
 *
 * @param format by content, not by name
 * @param encoding Java charset name; empty for a spreadsheet
 * @param delimiter of a CSV; empty for a spreadsheet
 * @param confidence 0 to 100: 100 when a byte-order mark or a strict decoding proves the encoding
 * @param reason what the encoding was recognised by
 */
public record FileEvidence(
    FileFormat format, String encoding, String delimiter, int confidence, String reason)
    implements Serializable {

  /** The containers that are read. */
  public enum FileFormat {
    /** Excel 97–2003. */
    BIFF8,
    /** Office Open XML. */
    OOXML,
    CSV,
    /** A zip of the others. */
    ZIP
  }
}
