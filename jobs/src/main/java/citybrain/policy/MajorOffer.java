package citybrain.policy;

import java.util.List;

/**
 * The majors that vocational schools offer for an industry in a year, as a programme plans them.
 *
 * @param programmeId {@code <policy folder>.<programme>}
 * @param industry the industry as printed: a grouping of the document's own, no GB/T 4754 code
 * @param majors as printed, in the order printed; empty when the cell is blank
 */
public record MajorOffer(
    String programmeId, String industry, int year, List<String> majors, Reference reference) {
  public MajorOffer {
    majors = List.copyOf(majors);
  }
}
