package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.RECORD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks (.xlsx): XML that reaches out or explodes, links, formulas, damage, oddities. */
final class HostileWorkbooks {
  private static final List<String> PARTS =
      List.of(
          Ooxml.SHEET,
          Ooxml.WORKBOOK,
          Ooxml.STRINGS,
          Ooxml.STYLES,
          Ooxml.WORKBOOK_RELS,
          Ooxml.ROOT_RELS,
          Ooxml.TYPES);

  private static final String PAYEE = "BF1 JZ1 2020-08-03 100 ";

  private HostileWorkbooks() {}

  static List<HostileFile> all() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    entities(all);
    explosions(all);
    links(all);
    formulas(all);
    sheets(all);
    oddities(all);
    damage(all);
    return all;
  }

  private static void entities(List<HostileFile> all) {
    Map<String, String[]> attacks = new LinkedHashMap<>();
    attacks.put(
        "external entity of a file",
        new String[] {"<!DOCTYPE ROOT [<!ENTITY e SYSTEM \"file://SECRET\">]>", "&e;"});
    attacks.put(
        "external entity of a server",
        new String[] {"<!DOCTYPE ROOT [<!ENTITY e SYSTEM \"URL/e\">]>", "&e;"});
    attacks.put(
        "document type of a server", new String[] {"<!DOCTYPE ROOT SYSTEM \"URL/d.dtd\">", ""});
    attacks.put(
        "parameter entity of a server",
        new String[] {"<!DOCTYPE ROOT [<!ENTITY % p SYSTEM \"URL/p.dtd\"> %p;]>", ""});
    StringBuilder laughs = new StringBuilder("<!DOCTYPE ROOT [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    attacks.put("billion laughs", new String[] {laughs + "]>", "&a11;"});
    attacks.put(
        "entity of 100 KB used 10,000 times",
        new String[] {
          "<!DOCTYPE ROOT [<!ENTITY q \"" + "q".repeat(100_000) + "\">]>", "&q;".repeat(10_000)
        });
    attacks.forEach(
        (attack, parts) -> {
          for (String part : PARTS) {
            xlsx(
                all,
                attack + " in " + part,
                lure ->
                    Ooxml.good()
                        .with(
                            part,
                            Ooxml.withDoctype(
                                part,
                                parts[0]
                                    .replace("SECRET", lure.secretFile())
                                    .replace("URL", lure.url()),
                                parts[1]))
                        .done(),
                // A document type before the rows is passed over, never fetched.
                part.equals(Ooxml.SHEET) && parts[1].isEmpty()
                    ? read(RECORD)
                    : refused("FORMAT_UNKNOWN"));
          }
        });
  }

  private static void explosions(List<HostileFile> all) {
    xlsx(
        all,
        "200 MB of blanks in a sheet",
        lure -> Ooxml.good().with(Ooxml.SHEET, Ooxml.bombSheet()).done(),
        refused("ZIP_UNSAFE"));
    xlsx(
        all,
        "a sheet that is larger than it says",
        lure -> Ooxml.good().with(Ooxml.SHEET, Ooxml.bombSheet().saysSize(1000)).done(),
        refused("ZIP_UNSAFE", "larger than the 1000 bytes it says"));
    xlsx(
        all,
        "texts said to be two thousand million",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.STRINGS,
                    Ooxml.strings("")
                        .replace("<sst ", "<sst count=\"2147483647\" uniqueCount=\"2147483647\" "))
                .done(),
        read(RECORD));
    xlsx(
        all,
        "a cell of 16 million characters",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.SHEET,
                    longText(
                        Ooxml.SHEET,
                        Ooxml.sheetWithPayee("<c r=\"E2\" t=\"inlineStr\"><is><t>@</t></is></c>")))
                .done(),
        refused("CELL_TOO_LONG"));
    xlsx(
        all,
        "a shared text of 16 million characters",
        lure ->
            Ooxml.good()
                .with(Ooxml.STRINGS, longText(Ooxml.STRINGS, Ooxml.strings("<si><t>@</t></si>")))
                .done(),
        refused("CELL_TOO_LONG"));
    xlsx(
        all,
        "an attribute of 5 million characters",
        lure ->
            Ooxml.good()
                .with(Ooxml.SHEET, Ooxml.sheet("<pageMargins left=\"" + noise(5_000_000) + "\"/>"))
                .done(),
        refused("CELL_TOO_LONG"));
    xlsx(
        all,
        "elements 200,000 deep",
        lure ->
            Ooxml.good()
                .with(Ooxml.SHEET, Ooxml.sheet("<a>".repeat(200_000) + "</a>".repeat(200_000)))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "a million columns in a row",
        lure -> {
          StringBuilder cells = new StringBuilder();
          for (int i = 0; i < 1_000_000; i++) {
            cells.append("<c><v>1</v></c>");
          }
          return Ooxml.good()
              .with(
                  Ooxml.SHEET,
                  Ooxml.sheet("", Ooxml.HEADER_ROW + "<row r=\"2\">" + cells + "</row>", ""))
              .done();
        },
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "a cell in a column that no spreadsheet has",
        sheet(Ooxml.sheetWithPayee("<c r=\"ZZZZZZ2\"><v>1</v></c>")),
        read(PAYEE + "- QUARANTINED", "收款单位"));
    xlsx(
        all,
        "a row that no spreadsheet has",
        sheet(
            Ooxml.sheet(
                "", Ooxml.HEADER_ROW + Ooxml.DATA_ROW.replace("r=\"2\"", "r=\"2000000000\""), "")),
        read(RECORD));
    xlsx(
        all,
        "a table said to fill the whole sheet",
        sheet(
            Ooxml.sheet(
                "<dimension ref=\"A1:XFD1048576\"/>", Ooxml.HEADER_ROW + Ooxml.DATA_ROW, "")),
        read(RECORD));
    xlsx(
        all,
        "one merged region over the whole sheet",
        sheet(Ooxml.sheet("<mergeCells><mergeCell ref=\"A3:XFD1048576\"/></mergeCells>")),
        read(RECORD));
    xlsx(
        all,
        "20,000 merged regions",
        lure -> {
          StringBuilder merged = new StringBuilder("<mergeCells>");
          for (int i = 0; i < 20_000; i++) {
            merged.append("<mergeCell ref=\"A%d:B%d\"/>".formatted(10 + i, 10 + i));
          }
          return Ooxml.good().with(Ooxml.SHEET, Ooxml.sheet(merged + "</mergeCells>")).done();
        },
        read(RECORD));
    xlsx(
        all,
        "20,000 merged regions over one place",
        sheet(
            Ooxml.sheet(
                "<mergeCells>" + "<mergeCell ref=\"A1:XFD1\"/>".repeat(20_000) + "</mergeCells>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "a merged region that is no region",
        sheet(Ooxml.sheet("<mergeCells><mergeCell ref=\"../../etc\"/></mergeCells>")),
        refused("FORMAT_UNKNOWN"));
  }

  /** A part with sixteen million letters in the place of its at sign. */
  private static RawZip.Member longText(String part, String xml) {
    String[] around = xml.split("@", 2);
    return RawZip.member(part)
        .repeated(
            Payments.utf8(around[0]),
            Payments.utf8(noise(1_000_000)),
            16,
            Payments.utf8(around[1]));
  }

  private static HostileFile.Content sheet(String xml) {
    return lure -> Ooxml.good().with(Ooxml.SHEET, xml).done();
  }

  /** Letters that do not pack well, so that size alone is what is wrong. */
  private static String noise(int length) {
    StringBuilder noise = new StringBuilder(length);
    long state = 7;
    for (int i = 0; i < length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      noise.append((char) ('a' + ((state >>> 33) & 15)));
    }
    return noise.toString();
  }

  private static void links(List<HostileFile> all) {
    String[][] relations = {
      {"hyperlink", "hyperlink"},
      {"picture", "image"},
      {"drawing", "drawing"},
      {"embedded object", "oleObject"},
      {"template", "attachedTemplate"},
      {"pivot table", "pivotTable"},
      {"comments", "comments"},
    };
    for (String[] relation : relations) {
      xlsx(
          all,
          "external " + relation[0] + " of a sheet",
          lure ->
              Ooxml.good()
                  .with(
                      Ooxml.SHEET_RELS,
                      Ooxml.rels(
                          Ooxml.rel(
                              "rId1", relation[1], lure.url() + "/x", "TargetMode=\"External\"")))
                  .done(),
          read(RECORD));
    }
    xlsx(
        all,
        "link to another workbook, on a server",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK,
                    Ooxml.workbook(
                        "",
                        "<sheet name=\"拨付\" sheetId=\"1\" r:id=\"rId1\"/>",
                        "<externalReferences><externalReference r:id=\"rId9\"/></externalReferences>"))
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels(
                        Ooxml.rel("rId9", "externalLink", "externalLinks/externalLink1.xml", "")))
                .with(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink xmlns=\"" + Ooxml.MAIN + "\"><externalBook/></externalLink>")
                .with(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    Ooxml.rels(
                        Ooxml.rel(
                            "rId1",
                            "externalLinkPath",
                            lure.url() + "/b.xlsx",
                            "TargetMode=\"External\"")))
                .done(),
        read(RECORD));
    xlsx(
        all,
        "DDE link that starts a program",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels(
                        Ooxml.rel("rId9", "externalLink", "externalLinks/externalLink1.xml", "")))
                .with(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink xmlns=\""
                        + Ooxml.MAIN
                        + "\"><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>")
                .done(),
        read(RECORD));
    xlsx(
        all,
        "data connection to a server",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels(Ooxml.rel("rId9", "connections", "connections.xml", "")))
                .with(
                    "xl/connections.xml",
                    "<connections xmlns=\""
                        + Ooxml.MAIN
                        + "\"><connection id=\"1\" refreshOnLoad=\"1\"><webPr url=\""
                        + lure.url()
                        + "\"/></connection></connections>")
                .done(),
        read(RECORD));
    xlsx(
        all,
        "the sheet itself on a server",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels("")
                        .replace(
                            "worksheets/sheet1.xml\"",
                            lure.url() + "/s.xml\" TargetMode=\"External\""))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "the sheet itself on a server, said to be inside",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels("").replace("worksheets/sheet1.xml", lure.url() + "/s.xml"))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "the sheet is a file outside",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels("")
                        .replace("worksheets/sheet1.xml", "file://" + lure.secretFile()))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "the sheet's name climbs",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK_RELS,
                    workbookRels("")
                        .replace("worksheets/sheet1.xml", "../../../.." + lure.secretFile()))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "the workbook itself on a server",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.ROOT_RELS,
                    Ooxml.rels(
                        Ooxml.rel(
                            "rId1",
                            "officeDocument",
                            lure.url() + "/w.xml",
                            "TargetMode=\"External\"")))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "a part whose name climbs",
        lure -> Ooxml.good().with("../../outside.xml", "<a/>").done(),
        refused("ZIP_UNSAFE", "no plain file name"));
    xlsx(
        all,
        "external entity in the properties",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.TYPES,
                    Ooxml.types(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        Ooxml.override(
                            "/docProps/core.xml",
                            "application/vnd.openxmlformats-package.core-properties+xml")))
                .with(
                    Ooxml.ROOT_RELS,
                    Ooxml.rels(
                        Ooxml.rel("rId1", "officeDocument", "xl/workbook.xml", ""),
                        "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"))
                .with(
                    "docProps/core.xml",
                    "<!DOCTYPE a SYSTEM \""
                        + lure.url()
                        + "/c.dtd\"><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>")
                .done(),
        read(RECORD));
  }

  private static String workbookRels(String more) {
    return Ooxml.rels(
        Ooxml.rel("rId1", "worksheet", "worksheets/sheet1.xml", ""),
        Ooxml.rel("rId2", "sharedStrings", "sharedStrings.xml", ""),
        Ooxml.rel("rId3", "styles", "styles.xml", ""),
        more);
  }

  private static void formulas(List<HostileFile> all) {
    for (String formula :
        List.of(
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"http://127.0.0.1/\",\"x\")",
            "WEBSERVICE(\"http://127.0.0.1/\")",
            "EXEC(\"calc\")",
            "[1]Sheet1!A1",
            "1+",
            "SUM(A1:XFD1048576)")) {
      xlsx(
          all,
          "formula " + formula,
          sheet(
              Ooxml.sheetWithPayee(
                  "<c r=\"E2\" t=\"str\"><f>"
                      + formula.replace("\"", "&quot;")
                      + "</f><v>医院</v></c>")),
          read(PAYEE + "医院"));
    }
    xlsx(
        all,
        "formula without a stored result",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\"><f>A1</f></c>")),
        read(PAYEE + "- QUARANTINED", "收款单位"));
    xlsx(
        all,
        "formula with an error as its result",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"e\"><f>A1</f><v>#REF!</v></c>")),
        read(PAYEE + "#REF!"));
    for (String text :
        List.of(
            "=cmd|' /C calc'!A0",
            "+1+cmd",
            "-2+3",
            "@SUM(A1)",
            "=HYPERLINK(\"http://127.0.0.1/\")")) {
      xlsx(
          all,
          "text " + text + " in a cell",
          sheet(
              Ooxml.sheetWithPayee(
                  "<c r=\"E2\" t=\"inlineStr\"><is><t>"
                      + text.replace("\"", "&quot;")
                      + "</t></is></c>")),
          read(PAYEE + text));
    }
  }

  private static void sheets(List<HostileFile> all) {
    String sheet = "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>";
    for (String state : List.of("hidden", "veryHidden")) {
      xlsx(
          all,
          "the only sheet with the table is " + state,
          workbook(
              Ooxml.workbook(
                  "<sheet name=\"拨付\" sheetId=\"1\" state=\"" + state + "\" r:id=\"rId1\"/>")),
          refused("SCHEMA_MISMATCH", "stands in the hidden sheet 拨付"));
    }
    String[][] names = {
      {"right-to-left override", "a\u202Ecod.exe"},
      {"a zero-width space", "拨\u200B付"},
      {"a line end", "拨&#10;付"},
      {"300 letters", "a".repeat(300)},
      {"no letter", ""},
      {"a path", "../../拨付"},
      {"a formula", "=cmd|A0"},
    };
    for (String[] name : names) {
      xlsx(
          all,
          "sheet name: " + name[0],
          workbook(Ooxml.workbook(sheet.formatted(name[1]))),
          read(RECORD));
    }
    xlsx(
        all,
        "bad cell in a sheet whose name has a line end and right-to-left override",
        lure ->
            Ooxml.good()
                .with(Ooxml.WORKBOOK, Ooxml.workbook(sheet.formatted("拨&#10;\u202E付")))
                .with(
                    Ooxml.SHEET,
                    Ooxml.sheet(
                        "", Ooxml.HEADER_ROW + Ooxml.DATA_ROW.replace("<v>7<", "<v>8<"), ""))
                .done(),
        refused("SCHEMA_MISMATCH", "拨??付!C2"));
    xlsx(
        all,
        "two sheets of one name",
        workbook(
            Ooxml.workbook(
                sheet.formatted("拨付") + "<sheet name=\"拨付\" sheetId=\"2\" r:id=\"rId1\"/>")),
        read(RECORD + " SUPERSEDED, " + RECORD));
    xlsx(all, "workbook without a sheet", workbook(Ooxml.workbook("")), refused("FILE_EMPTY"));
    xlsx(
        all,
        "sheet that is not there",
        lure -> Ooxml.good().without(Ooxml.SHEET).done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "texts that are not there",
        lure -> Ooxml.good().without(Ooxml.STRINGS).done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "styles that are not there",
        lure -> Ooxml.good().without(Ooxml.STYLES).done(),
        read(RECORD));
    xlsx(
        all,
        "workbook that is not there",
        lure -> Ooxml.good().without(Ooxml.WORKBOOK).done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "relations that are not there",
        lure -> Ooxml.good().without(Ooxml.WORKBOOK_RELS).done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "hidden row",
        sheet(
            Ooxml.sheet(
                "", Ooxml.HEADER_ROW + Ooxml.DATA_ROW.replace("<row ", "<row hidden=\"1\" "), "")),
        read(RECORD, "隐藏"));
    xlsx(
        all,
        "hidden column",
        sheet(
            Ooxml.sheet(
                "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>",
                Ooxml.HEADER_ROW + Ooxml.DATA_ROW,
                "")),
        read(RECORD, "隐藏"));
    xlsx(
        all,
        "two thousand million hidden columns",
        sheet(
            Ooxml.sheet(
                "<cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/></cols>",
                Ooxml.HEADER_ROW + Ooxml.DATA_ROW,
                "")),
        refused("TOO_MANY_COLUMNS", "2147483647"));
  }

  private static HostileFile.Content workbook(String xml) {
    return lure -> Ooxml.good().with(Ooxml.WORKBOOK, xml).done();
  }

  private static void oddities(List<HostileFile> all) {
    String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    xlsx(
        all,
        "workbook with macros (.xlsm)",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.TYPES,
                    Ooxml.types(
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"))
                .with("xl/vbaProject.bin", Bytes.random(1, 5_000))
                .done(),
        read(RECORD));
    xlsx(
        all,
        "template (.xltx)",
        lure -> Ooxml.good().with(Ooxml.TYPES, Ooxml.types(main + "template.main+xml", "")).done(),
        read(RECORD));
    xlsx(
        all,
        "binary workbook (.xlsb)",
        lure ->
            Ooxml.good()
                .without(Ooxml.WORKBOOK)
                .with(
                    Ooxml.TYPES,
                    Ooxml.types(
                        "application/xml",
                        Ooxml.override(
                            "/xl/workbook.bin",
                            "application/vnd.ms-excel.sheet.binary.macroEnabled.main")))
                .with(
                    Ooxml.ROOT_RELS,
                    Ooxml.rels(Ooxml.rel("rId1", "officeDocument", "xl/workbook.bin", "")))
                .with("xl/workbook.bin", Bytes.random(1, 200))
                .done(),
        refused("FORMAT_UNKNOWN", "xlsb"));
    xlsx(
        all,
        "days counted from 1904",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.WORKBOOK,
                    Ooxml.workbook(
                        "<workbookPr date1904=\"1\"/>",
                        "<sheet name=\"拨付\" sheetId=\"1\" r:id=\"rId1\"/>",
                        ""))
                .with(
                    Ooxml.SHEET,
                    Ooxml.sheet(
                        "",
                        Ooxml.HEADER_ROW
                            + Ooxml.DATA_ROW.replace(
                                "<c r=\"C2\" t=\"s\"><v>7</v></c>",
                                "<c r=\"C2\" s=\"1\"><v>42584</v></c>"),
                        ""))
                .done(),
        // 2020-08-03 is day 44046 counted from 1900 and 44046 - 1462 counted from 1904.
        read(RECORD));
    xlsx(
        all,
        "strict Office Open XML",
        lure -> {
          String from = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
          String to = "http://purl.oclc.org/ooxml/spreadsheetml/main";
          String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
          String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
          return Ooxml.good()
              .with(
                  Ooxml.WORKBOOK,
                  Ooxml.workbook("<sheet name=\"拨付\" sheetId=\"1\" r:id=\"rId1\"/>")
                      .replace(from, to)
                      .replace(relations, strict))
              .with(
                  Ooxml.ROOT_RELS,
                  Ooxml.rels(Ooxml.rel("rId1", "officeDocument", "xl/workbook.xml", ""))
                      .replace(relations, strict))
              .with(Ooxml.WORKBOOK_RELS, workbookRels("").replace(relations, strict))
              .with(Ooxml.SHEET, Ooxml.sheet("").replace(from, to).replace(relations, strict))
              .with(Ooxml.STRINGS, Ooxml.strings("").replace(from, to))
              .with(Ooxml.STYLES, Ooxml.styles().replace(from, to))
              .done();
        },
        read(RECORD));
    xlsx(
        all,
        "text number beyond the texts",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"s\"><v>999999</v></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "text number below zero",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"s\"><v>-1</v></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "style number beyond the styles",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" s=\"99999\" t=\"s\"><v>8</v></c>")),
        read(RECORD));
    xlsx(
        all,
        "number that is none",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\"><v>12x</v></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "number beyond all numbers",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\"><v>1E400</v></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "cells and rows without addresses",
        sheet(
            Ooxml.sheet(
                "", (Ooxml.HEADER_ROW + Ooxml.DATA_ROW).replaceAll(" r=\"[A-Z]*[0-9]+\"", ""), "")),
        read(RECORD));
    xlsx(
        all,
        "cells from right to left",
        sheet(
            Ooxml.sheet(
                "",
                Ooxml.HEADER_ROW
                    + "<row r=\"2\">"
                    + Ooxml.cells("E2", 8)
                    + "<c r=\"D2\"><v>100</v></c>"
                    + Ooxml.cells("C2", 7, "B2", 6, "A2", 5)
                    + "</row>",
                "")),
        read(RECORD));
    xlsx(
        all,
        "one cell twice",
        sheet(Ooxml.sheetWithPayee(Ooxml.cells("E2", 5, "E2", 8))),
        read(RECORD));
    xlsx(
        all,
        "rows from bottom to top",
        sheet(
            Ooxml.sheet(
                "",
                Ooxml.HEADER_ROW.replaceAll("([A-E])1\"", "$19\"").replace("r=\"1\"", "r=\"9\"")
                    + Ooxml.DATA_ROW,
                "")),
        read(RECORD));
    xlsx(
        all,
        "row number zero",
        sheet(
            Ooxml.sheet(
                "", Ooxml.HEADER_ROW + Ooxml.DATA_ROW.replace("<row r=\"2\"", "<row r=\"0\""), "")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "control characters by number in a cell",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"inlineStr\"><is><t>a&#0;b</t></is></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "lone surrogate by number in a cell",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"inlineStr\"><is><t>a&#xD800;b</t></is></c>")),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "right-to-left override in a cell",
        sheet(Ooxml.sheetWithPayee("<c r=\"E2\" t=\"inlineStr\"><is><t>a\u202Eb</t></is></c>")),
        read(PAYEE + "ab"));
  }

  private static void damage(List<HostileFile> all) throws IOException {
    byte[] whole = Ooxml.good().done();
    for (int percent : List.of(1, 10, 30, 60, 90, 99)) {
      xlsx(
          all,
          "the first " + percent + " % of an xlsx",
          lure -> Bytes.percentOf(whole, percent),
          refused("FILE_TRUNCATED"));
    }
    for (String part : PARTS) {
      xlsx(
          all,
          "a bit turned in " + part,
          lure -> Ooxml.good().damaged(part).done(),
          new Expected("REFUSED ", List.of("part " + part)));
    }
    String sheet = Ooxml.sheet("");
    for (int percent : List.of(50, 80, 99)) {
      xlsx(
          all,
          "a sheet whose XML ends after " + percent + " %",
          sheet(sheet.substring(0, sheet.length() * percent / 100)),
          refused("FORMAT_UNKNOWN"));
    }
    xlsx(
        all,
        "texts whose XML ends early",
        lure ->
            Ooxml.good()
                .with(Ooxml.STRINGS, Ooxml.strings("").replaceAll("</si></sst>$", ""))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "empty sheet part",
        lure -> Ooxml.good().with(Ooxml.SHEET, "").done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "bytes of no encoding in a sheet",
        lure ->
            Ooxml.good()
                .with(
                    Ooxml.SHEET,
                    Bytes.join(
                        Payments.utf8(sheet.substring(0, 300)),
                        Bytes.of(0xFF, 0xC0),
                        Payments.utf8(sheet.substring(300))))
                .done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "sheet in GB18030 said to be UTF-8",
        lure -> Ooxml.good().with(Ooxml.STRINGS, Payments.gb18030(Ooxml.strings(""))).done(),
        refused("FORMAT_UNKNOWN"));
    xlsx(
        all,
        "workbook protected by a password",
        lure -> encrypted(Ooxml.good().done(), EncryptionMode.agile),
        refused("FORMAT_UNKNOWN", "password"));
    xlsx(
        all,
        "workbook protected by a password, as Excel 2007 does",
        lure -> encrypted(Ooxml.good().done(), EncryptionMode.standard),
        refused("FORMAT_UNKNOWN", "password"));
  }

  private static byte[] encrypted(byte[] workbook, EncryptionMode mode) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword("密码");
      try (OPCPackage opened = OPCPackage.open(new java.io.ByteArrayInputStream(workbook));
          var out = encryptor.getDataStream(container)) {
        opened.save(out);
      } catch (InvalidFormatException | java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static void xlsx(
      List<HostileFile> all, String title, HostileFile.Content content, Expected expected) {
    all.add(HostileFile.of("xlsx: " + title, "拨付.xlsx", content, expected));
  }
}
