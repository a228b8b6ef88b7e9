package citybrain.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The walk from a figure back to clause, formula and file.
 *
 * @param facts what the row says, by column, in the order of the table
 * @param formulaZh how the value came about
 * @param clauses where it is laid down, one line each
 * @param inputs delivered rows it was made of
 * @param isSimulated any of the inputs was simulated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "kind",
  "id",
  "titleZh",
  "releaseId",
  "isSimulated",
  "facts",
  "formulaZh",
  "clauses",
  "inputs"
})
record Explanation(
    String kind,
    String id,
    String titleZh,
    String releaseId,
    boolean isSimulated,
    Map<String, String> facts,
    String formulaZh,
    List<String> clauses,
    List<Input> inputs) {

  /**
   * A delivered row.
   *
   * @param sheet empty for a CSV
   * @param row row of the sheet or line of the CSV
   * @param cell the figure's cell; null when the whole row counts
   * @param cells the row verbatim, as it stands in bronze
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Input(
      String file,
      String fileSha256,
      String sheet,
      int row,
      @Nullable String cell,
      List<String> cells) {}

  /** For people: one line a fact, Chinese as officials read it. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(titleZh).append("  (").append(kind).append(' ').append(id).append(")\n");
    text.append("发布版本  ").append(releaseId).append('\n');
    if (isSimulated) {
      text.append("注意      含模拟数据，不是真实报送\n");
    }
    facts.forEach((column, value) -> text.append(String.format("  %-18s %s%n", column, value)));
    text.append("算法      ").append(formulaZh).append('\n');
    clauses.forEach(clause -> text.append("依据      ").append(clause).append('\n'));
    text.append("来源      ").append(inputs.size()).append(" 行\n");
    for (Input input : inputs) {
      text.append("  ").append(input.file());
      if (!input.sheet().isEmpty()) {
        text.append("  工作表 ").append(input.sheet());
      }
      text.append("  第 ").append(input.row()).append(" 行");
      if (input.cell() != null) {
        text.append("  单元格 ").append(input.cell());
      }
      text.append("\n    sha256 ").append(input.fileSha256());
      text.append("\n    原文 ").append(String.join(" | ", input.cells())).append('\n');
    }
    return text.toString();
  }
}
