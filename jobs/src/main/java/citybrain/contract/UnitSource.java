package citybrain.contract;

import java.io.Serializable;

/**
 * Where the unit of a numeric column is written.
 *
 * @param place where to look
 * @param text the unit itself for {@link Place#FIXED}, the unit column's name for {@link
 *     Place#COLUMN}, else the unit assumed when the file states none (empty: none may be assumed)
 */
public record UnitSource(Place place, String text) implements Serializable {

  /** The places a unit is written at. */
  public enum Place {
    /** In the contract: every delivery uses the same unit. */
    FIXED,
    /** In another column of the same row. */
    COLUMN,
    /** In brackets after the header, or in a unit row below it. */
    HEADER
  }
}
