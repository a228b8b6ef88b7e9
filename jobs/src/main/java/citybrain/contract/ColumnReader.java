package citybrain.contract;

import citybrain.contract.Layout.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one contract. */
final class ColumnReader {
  private static final Set<String> PROPERTIES =
      Set.of(
          "cellType",
          "codeList",
          "place",
          "headerAliases",
          "headerOptional",
          "yearFrom",
          "sourceUnit",
          "writtenAs",
          "otherwise",
          "partOf",
          "repeatedBelow",
          "headerBlank",
          "readWithLeft");
  private static final String FRACTION = "fraction";
  private static final String DATE = "date";

  private static final List<String> CLASSIFICATIONS =
      List.of("public", "internal", "sensitive", "personal");

  private final Map<String, CodeList> codeLists;
  private final Set<String> nullTokens;
  private final Set<String> negativeMarks;
  private final ContractProblems problems;

  ColumnReader(
      Map<String, CodeList> codeLists,
      Set<String> nullTokens,
      Set<String> negativeMarks,
      ContractProblems problems) {
    this.codeLists = codeLists;
    this.nullTokens = nullTokens;
    this.negativeMarks = negativeMarks;
    this.problems = problems;
  }

  /** Null after a problem. */
  @Nullable ContractColumn column(String where, JsonNode property) {
    int before = problems.count();
    CustomProperties custom = new CustomProperties(property, where, PROPERTIES, problems);
    CodeList codes = null;
    String codeListId = custom.text("codeList");
    if (!codeListId.isEmpty()) {
      codes = codeLists.get(codeListId);
      if (codes == null) {
        problems.add(where, "uses code list " + codeListId + ", which schemas/codes does not hold");
      }
    }
    if (property.path("businessName").asText().isBlank()) {
      problems.add(where, "needs businessName: its Chinese header");
    }
    String classification = property.path("classification").asText();
    if (!CLASSIFICATIONS.contains(classification)) {
      problems.add(
          where,
          "has classification '"
              + classification
              + "', expected "
              + String.join(", ", CLASSIFICATIONS));
    }
    ColumnType type = type(where, property, custom);
    Place place = place(where, custom);
    boolean isFoundInHeading = type == ColumnType.CODE || type == ColumnType.PERIOD;
    if (place == Place.HEADING && !isFoundInHeading) {
      problems.add(
          where, "is looked for in the heading, which only a period or a code of a list can be");
    }
    List<HeaderAlias> aliases = new ArrayList<>();
    JsonNode aliasNodes = custom.get("headerAliases");
    if (aliasNodes != null) {
      for (JsonNode alias : aliasNodes) {
        try {
          aliases.add(
              new HeaderAlias(
                  alias.path("text").asText(), LocalDate.parse(alias.path("from").asText())));
        } catch (DateTimeParseException e) {
          problems.add(
              where, "has an alias from " + alias.path("from").asText() + ", which is no date");
        }
      }
    }
    String yearFrom = custom.text("yearFrom");
    BigDecimal minimum = bound(where, property, type, "minimum");
    BigDecimal maximum = bound(where, property, type, "maximum");
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      problems.add(where, "has minimum " + minimum + " above its maximum " + maximum);
    }
    UnitSource unit = unit(where, custom);
    String writtenAs = custom.text("writtenAs");
    boolean isFraction = writtenAs.equals(FRACTION) && type == ColumnType.PERCENT;
    boolean isDateForMonth = writtenAs.equals(DATE) && type == ColumnType.PERIOD;
    if (!writtenAs.isEmpty() && !isFraction && !isDateForMonth) {
      problems.add(
          where,
          "is written as "
              + writtenAs
              + "; a percent column may be as fraction, a period column as date");
    }
    PaperForm paper = paper(where, place, custom);
    if (problems.count() > before) {
      return null;
    }
    int keyPosition =
        property.path("primaryKey").asBoolean() ? property.path("primaryKeyPosition").asInt(1) : 0;
    ContractColumn column =
        new ContractColumn(
            property.path("name").asText(),
            property.path("businessName").asText(),
            type,
            property.path("physicalType").asText(),
            property.path("required").asBoolean(),
            Boolean.parseBoolean(custom.text("headerOptional")),
            keyPosition,
            place,
            yearFrom.isEmpty() ? null : yearFrom,
            classification,
            property.path("description").asText(),
            aliases,
            codes,
            minimum,
            maximum,
            unit,
            isFraction,
            isDateForMonth,
            paper,
            negativeMarks,
            nullTokens);
    String otherwise = paper.otherwise();
    if (otherwise != null && !(column.read(otherwise) instanceof CellReading.Value)) {
      problems.add(where, "is otherwise " + otherwise + ", which it cannot hold");
      return null;
    }
    return column;
  }

  private PaperForm paper(String where, Place place, CustomProperties custom) {
    String otherwise = custom.text("otherwise");
    boolean isStatedAbove = place == Place.HEADING || place == Place.ACROSS;
    if (!otherwise.isEmpty() && !isStatedAbove) {
      problems.add(
          where, "is otherwise " + otherwise + ", which only a column in the heading or across is");
    }
    String partOf = custom.text("partOf");
    if (partOf.isEmpty() == (place == Place.PART)) {
      problems.add(where, "has place part and partOf, of which one needs the other");
    }
    boolean isReadWithLeft = Boolean.parseBoolean(custom.text("readWithLeft"));
    if (isReadWithLeft && place != Place.ACROSS) {
      problems.add(where, "is read with the header to its left, which only a column across is");
    }
    return new PaperForm(
        otherwise.isEmpty() ? null : otherwise,
        partOf.isEmpty() ? null : partOf,
        Boolean.parseBoolean(custom.text("repeatedBelow")),
        Boolean.parseBoolean(custom.text("headerBlank")),
        isReadWithLeft);
  }

  private @Nullable BigDecimal bound(
      String where, JsonNode property, ColumnType type, String bound) {
    JsonNode value = property.path("logicalTypeOptions").path(bound);
    if (!value.isNumber()) {
      return null;
    }
    if (!type.isNumber()) {
      problems.add(where, "has a " + bound + ", which only a number can have");
    }
    return value.decimalValue();
  }

  private ColumnType type(String where, JsonNode property, CustomProperties custom) {
    if (custom.has("codeList")) {
      return ColumnType.CODE;
    }
    String cellType = custom.text("cellType");
    if (!cellType.isEmpty()) {
      return ColumnType.ofText(cellType)
          .orElseGet(
              () -> {
                problems.add(where, "has cellType " + cellType + ", which is none of ColumnType");
                return ColumnType.TEXT;
              });
    }
    return switch (property.path("logicalType").asText()) {
      case "string" -> ColumnType.TEXT;
      case "integer" -> ColumnType.INTEGER;
      case "number" -> ColumnType.DECIMAL;
      case "date" -> ColumnType.DATE;
      case "timestamp" -> ColumnType.TIMESTAMP;
      case "boolean" -> ColumnType.BOOLEAN;
      case "array" -> ColumnType.ARRAY;
      default -> {
        problems.add(where, "has no logicalType that our tables hold");
        yield ColumnType.TEXT;
      }
    };
  }

  private Place place(String where, CustomProperties custom) {
    String text = custom.text("place");
    if (text.isEmpty()) {
      return Place.COLUMN;
    }
    for (Place place : Place.values()) {
      if (place.name().toLowerCase(Locale.ROOT).equals(text)) {
        return place;
      }
    }
    problems.add(where, "has place " + text + ", expected heading, across, below_across or part");
    return Place.COLUMN;
  }

  private @Nullable UnitSource unit(String where, CustomProperties custom) {
    JsonNode node = custom.get("sourceUnit");
    if (node == null) {
      return null;
    }
    for (UnitSource.Place place : UnitSource.Place.values()) {
      JsonNode text = node.get(place.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new UnitSource(place, text.asText());
      }
    }
    problems.add(where, "has a sourceUnit without fixed, column, header or nearest");
    return null;
  }
}
