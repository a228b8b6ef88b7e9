package citybrain.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An .xlsx written part by part, so that every part can be wrong. */
final class Ooxml {
  static final String TYPES = "[Content_Types].xml";
  static final String ROOT_RELS = "_rels/.rels";
  static final String WORKBOOK = "xl/workbook.xml";
  static final String WORKBOOK_RELS = "xl/_rels/workbook.xml.rels";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, RawZip.Member> parts = new LinkedHashMap<>();

  private Ooxml() {}

  /** A workbook with the table of {@link Payments} in its one sheet. */
  static Ooxml good() {
    return new Ooxml()
        .with(TYPES, types(CONTENT + "sheet.main+xml", ""))
        .with(ROOT_RELS, rels(rel("rId1", "officeDocument", "xl/workbook.xml", "")))
        .with(WORKBOOK, workbook("<sheet name=\"拨付\" sheetId=\"1\" r:id=\"rId1\"/>"))
        .with(
            WORKBOOK_RELS,
            rels(
                rel("rId1", "worksheet", "worksheets/sheet1.xml", ""),
                rel("rId2", "sharedStrings", "sharedStrings.xml", ""),
                rel("rId3", "styles", "styles.xml", "")))
        .with(SHEET, sheet(""))
        .with(STRINGS, strings(""))
        .with(STYLES, styles());
  }

  static String types(String workbookType, String more) {
    return XML
        + "<Types xmlns=\""
        + PACKAGE
        + "/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override("/xl/workbook.xml", workbookType)
        + override("/xl/worksheets/sheet1.xml", CONTENT + "worksheet+xml")
        + override("/xl/sharedStrings.xml", CONTENT + "sharedStrings+xml")
        + override("/xl/styles.xml", CONTENT + "styles+xml")
        + more
        + "</Types>";
  }

  static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  static String rels(String... relations) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "/relationships\">"
        + String.join("", relations)
        + "</Relationships>";
  }

  static String rel(String id, String type, String target, String attributes) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\" %s/>"
        .formatted(id, RELATIONSHIPS, type, target, attributes);
  }

  static String workbook(String sheets) {
    return workbook("", sheets, "");
  }

  static String workbook(String before, String sheets, String after) {
    return XML
        + "<workbook xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + RELATIONSHIPS
        + "\">"
        + before
        + "<sheets>"
        + sheets
        + "</sheets>"
        + after
        + "</workbook>";
  }

  static String styles() {
    return XML
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>"
        + "</styleSheet>";
  }

  /** The texts of the table: header 0 to 4, then BF1, JZ1, the day and the payee. */
  static String strings(String more) {
    StringBuilder strings = new StringBuilder(XML + "<sst xmlns=\"" + MAIN + "\">");
    for (String text : "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位,BF1,JZ1,2020-08-03,青岛市市立医院".split(",", -1)) {
      strings.append("<si><t>").append(text).append("</t></si>");
    }
    return strings + more + "</sst>";
  }

  static final String HEADER_ROW =
      "<row r=\"1\">" + cells("A1", 0, "B1", 1, "C1", 2, "D1", 3, "E1", 4) + "</row>";
  static final String DATA_ROW =
      "<row r=\"2\">"
          + cells("A2", 5, "B2", 6, "C2", 7)
          + "<c r=\"D2\"><v>100</v></c>"
          + cells("E2", 8)
          + "</row>";

  /** Cells with shared strings: address, number, address, number. */
  static String cells(Object... addressAndString) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < addressAndString.length; i += 2) {
      cells.append(
          "<c r=\"%s\" t=\"s\"><v>%s</v></c>"
              .formatted(addressAndString[i], addressAndString[i + 1]));
    }
    return cells.toString();
  }

  /** The sheet of the table, with more behind its rows. */
  static String sheet(String afterRows) {
    return sheet("", HEADER_ROW + DATA_ROW, afterRows);
  }

  static String sheet(String before, String rows, String after) {
    return XML
        + "<worksheet xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + RELATIONSHIPS
        + "\">"
        + before
        + "<sheetData>"
        + rows
        + "</sheetData>"
        + after
        + "</worksheet>";
  }

  /** Header and a row of inline texts; the first argument is the payee's cell. */
  static String sheetWithPayee(String cell) {
    return sheet(
        "",
        HEADER_ROW
            + "<row r=\"2\">"
            + cells("A2", 5, "B2", 6, "C2", 7)
            + "<c r=\"D2\"><v>100</v></c>"
            + cell
            + "</row>",
        "");
  }

  /** 200 MB of blanks between the rows and the end. */
  static RawZip.Member bombSheet() {
    byte[] blanks = new byte[1 << 20];
    java.util.Arrays.fill(blanks, (byte) ' ');
    return RawZip.member(SHEET).repeated(blanks, 200);
  }

  /** Puts a document type before the root element of a part that the good workbook has. */
  static String withDoctype(String part, String doctype, String entity) {
    String text = text(part);
    int root = text.indexOf('<', 5);
    String name = text.substring(root + 1).split("[ >]", 2)[0];
    String entityInside = entity.isEmpty() ? "" : "<!-- -->" + entity;
    int end = text.lastIndexOf("</");
    return text.substring(0, root)
        + doctype.replace("ROOT", name)
        + text.substring(root, end)
        + entityInside
        + text.substring(end);
  }

  private static String text(String part) {
    return switch (part) {
      case TYPES -> types(CONTENT + "sheet.main+xml", "");
      case ROOT_RELS -> rels(rel("rId1", "officeDocument", "xl/workbook.xml", ""));
      case WORKBOOK -> workbook("<sheet name=\"拨付\" sheetId=\"1\" r:id=\"rId1\"/>");
      case WORKBOOK_RELS ->
          rels(
              rel("rId1", "worksheet", "worksheets/sheet1.xml", ""),
              rel("rId2", "sharedStrings", "sharedStrings.xml", ""),
              rel("rId3", "styles", "styles.xml", ""));
      case SHEET -> sheet("");
      case STRINGS -> strings("");
      case STYLES -> styles();
      default -> throw new IllegalArgumentException(part);
    };
  }

  Ooxml with(String part, String text) {
    return with(part, text.getBytes(StandardCharsets.UTF_8));
  }

  Ooxml with(String part, byte[] content) {
    return with(part, RawZip.member(part).content(content));
  }

  Ooxml with(String part, RawZip.Member member) {
    parts.put(part, member);
    return this;
  }

  Ooxml damaged(String part) {
    java.util.Objects.requireNonNull(parts.get(part)).damaged();
    return this;
  }

  Ooxml without(String part) {
    parts.remove(part);
    return this;
  }

  byte[] done() {
    RawZip zip = new RawZip();
    parts.values().forEach(zip::add);
    return zip.done();
  }
}
