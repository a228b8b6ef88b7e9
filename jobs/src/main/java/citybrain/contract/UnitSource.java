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

  /** Whether a unit in brackets after the header, or in a unit row, is this column's. */
  public boolean mayStandInHeader() {
    return place == Place.HEADER || place == Place.NEAREST;
  }

  /** The places a unit is written at. */
  public enum Place {
    /** In the contract: every delivery uses the same unit. */
    FIXED,
    /** In another column of the same row. */
    COLUMN,
    /** In brackets after the header, or in a unit row below it. */
    HEADER,
    /**
     * Wherever the paper states it, the nearest first: in the header or a unit row, in the name of
     * the row, as a percent sign of the figure, in the titles and the sheet's name. Each figure has
     * a unit of its own.
     */
    NEAREST
  }
}
