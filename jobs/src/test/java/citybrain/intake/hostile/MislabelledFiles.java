package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.RECORD;
import static citybrain.intake.hostile.Payments.TABLE;
import static citybrain.intake.hostile.Payments.gb18030;
import static citybrain.intake.hostile.Payments.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files that are not what their name says. */
final class MislabelledFiles {
  private static final String HTML =
      "<html><head><meta charset=\"gb2312\"></head><body><table><tr><td>拨付编号</td></tr></table></body></html>";

  private MislabelledFiles() {}

  static List<HostileFile> all() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    add(all, "csv", "a.xlsx", utf8(TABLE), read(RECORD));
    add(all, "csv", "a.zip", utf8(TABLE), read(RECORD));
    add(all, "csv", "a", utf8(TABLE), read(RECORD));
    add(all, "tab-separated text", "a.xls", gb18030(TABLE.replace(',', '\t')), read(RECORD));
    add(
        all,
        "tab-separated UTF-16",
        "a.xls",
        ("\uFEFF" + TABLE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
        read(RECORD));
    add(all, "xlsx", "a.csv", Ooxml.good().done(), read(RECORD));
    add(all, "xlsx", "a.xls", Ooxml.good().done(), read(RECORD));
    add(all, "xls", "a.xlsx", OldWorkbooks.payments(Payments.ROW), read(RECORD));
    add(all, "xls (WPS spreadsheet)", "a.et", OldWorkbooks.payments(Payments.ROW), read(RECORD));
    add(
        all,
        "Word document (WPS)",
        "a.xls",
        OldWorkbooks.container("WordDocument", new byte[5_000]),
        refused("FORMAT_UNKNOWN", "Word or WPS document"));
    for (String name : List.of("a.xls", "a.xlsx", "a.csv")) {
      add(all, "HTML", name, gb18030(HTML), refused("FORMAT_UNKNOWN", "HTML", "save it as .xlsx"));
    }
    add(
        all,
        "HTML behind a mark and blanks",
        "a.xls",
        utf8("\uFEFF\r\n  <!DOCTYPE html>" + HTML),
        refused("FORMAT_UNKNOWN", "HTML"));
    add(
        all,
        "HTML of Excel",
        "a.xls",
        utf8("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">" + HTML),
        refused("FORMAT_UNKNOWN", "HTML"));
    add(
        all,
        "HTML in UTF-16",
        "a.xls",
        ("\uFEFF" + HTML).getBytes(StandardCharsets.UTF_16LE),
        refused("FORMAT_UNKNOWN", "HTML"));
    add(
        all,
        "bare HTML table",
        "a.xls",
        gb18030("<table border=1><tr><td>拨付编号</td></tr></table>"),
        refused("FORMAT_UNKNOWN", "HTML"));
    add(
        all,
        "web archive",
        "a.xls",
        utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"),
        refused("FORMAT_UNKNOWN", "web page"));
    add(
        all,
        "XML spreadsheet of 2003",
        "a.xls",
        utf8(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
        refused("FORMAT_UNKNOWN", "XML"));
    add(
        all,
        "XML",
        "a.csv",
        utf8("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1/\"><a/>"),
        refused("FORMAT_UNKNOWN", "XML"));
    add(
        all,
        "JSON",
        "a.csv",
        utf8("[{\"拨付编号\":\"BF1\",\"申请编号\":\"JZ1\"}]"),
        refused("FORMAT_UNKNOWN", "JSON"));
    add(
        all,
        "PDF",
        "a.csv",
        Bytes.join(
            utf8("%PDF-1.7\n%"), Bytes.of(0xE2, 0xE3, 0xCF, 0xD3, '\n'), Bytes.random(1, 500)),
        refused("FORMAT_UNKNOWN", "PDF"));
    add(
        all,
        "PDF of text only",
        "a.xls",
        utf8("%PDF-1.4\n1 0 obj\n<<>>\n"),
        refused("FORMAT_UNKNOWN", "PDF"));
    add(
        all,
        "PNG",
        "a.xls",
        Bytes.join(Bytes.of(0x89, 'P', 'N', 'G', 13, 10, 26, 10), Bytes.random(1, 500)),
        refused("FORMAT_UNKNOWN", "picture"));
    add(
        all,
        "JPEG",
        "a.xls",
        Bytes.join(Bytes.of(0xFF, 0xD8, 0xFF, 0xE0), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "picture"));
    add(
        all,
        "GIF",
        "a.xls",
        Bytes.join(utf8("GIF89a"), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "picture"));
    add(
        all,
        "TIFF",
        "a.xls",
        Bytes.join(Bytes.of('I', 'I', 42, 0), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "picture"));
    add(
        all,
        "program",
        "a.xls",
        Bytes.join(Bytes.of('M', 'Z', 0x90, 0), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "program"));
    add(
        all,
        "program of Linux",
        "a.csv",
        Bytes.join(Bytes.of(0x7F, 'E', 'L', 'F'), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "program"));
    add(
        all,
        "RAR archive",
        "a.zip",
        Bytes.join(utf8("Rar!"), Bytes.of(0x1A, 7, 1, 0), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "RAR"));
    add(
        all,
        "7z archive",
        "a.zip",
        Bytes.join(Bytes.of('7', 'z', 0xBC, 0xAF, 0x27, 0x1C), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "7z"));
    byte[] gz = gzip(utf8(TABLE));
    add(all, "gzip", "a.csv", gz, refused("FORMAT_UNKNOWN", "gzip"));
    add(all, "half a gzip", "a.zip", Bytes.percentOf(gz, 50), refused("FORMAT_UNKNOWN", "gzip"));
    add(
        all,
        "bzip2",
        "a.csv",
        Bytes.join(utf8("BZh91AY&SY"), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "bzip2"));
    add(
        all,
        "xz",
        "a.csv",
        Bytes.join(Bytes.of(0xFD, '7', 'z', 'X', 'Z', 0), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "xz"));
    add(
        all,
        "one volume of a split zip",
        "a.zip",
        Bytes.join(Bytes.of('P', 'K', 7, 8), RawZip.of("a.csv", utf8(TABLE))),
        refused("FORMAT_UNKNOWN", "split"));
    add(
        all,
        "SQLite database",
        "a.xls",
        Bytes.join(utf8("SQLite format 3\0"), new byte[500]),
        refused("FORMAT_UNKNOWN", "database"));
    add(
        all,
        "Parquet",
        "a.csv",
        Bytes.join(utf8("PAR1"), Bytes.random(2, 500)),
        refused("FORMAT_UNKNOWN", "Parquet"));
    add(
        all,
        "rich text",
        "a.xls",
        utf8("{\\rtf1\\ansi 拨付编号}"),
        refused("FORMAT_UNKNOWN", "rich text"));
    add(
        all,
        "Word document",
        "a.xlsx",
        office("word/document.xml"),
        refused("FORMAT_UNKNOWN", "Word"));
    add(
        all,
        "presentation",
        "a.xlsx",
        office("ppt/presentation.xml"),
        refused("FORMAT_UNKNOWN", "presentation"));
    add(
        all,
        "OpenDocument spreadsheet",
        "a.xlsx",
        new RawZip()
            .add(
                RawZip.member("mimetype")
                    .stored(utf8("application/vnd.oasis.opendocument.spreadsheet")))
            .add(RawZip.member("content.xml").content(utf8("<a/>")))
            .done(),
        refused("FORMAT_UNKNOWN", "OpenDocument"));
    add(
        all,
        "OFD document",
        "a.xlsx",
        new RawZip().add(RawZip.member("OFD.xml").content(utf8("<a/>"))).done(),
        refused("FORMAT_UNKNOWN", "OFD"));
    add(
        all,
        "Java archive",
        "a.zip",
        new RawZip()
            .add(RawZip.member("META-INF/MANIFEST.MF").content(utf8("Manifest-Version: 1.0\n")))
            .done(),
        refused("SCHEMA_MISMATCH"));
    add(
        all,
        "shortcut of Windows",
        "a.csv",
        Bytes.join(Bytes.of(0x4C, 0, 0, 0, 1, 0x14, 2, 0), new byte[100]),
        refused("ENCODING_UNKNOWN"));
    add(
        all,
        "statement of a database",
        "a.csv",
        utf8("INSERT INTO t VALUES (1, 'x');\r\n"),
        refused("SCHEMA_MISMATCH"));
    add(
        all,
        "one picture of a table in a workbook",
        "a.xlsx",
        Ooxml.good().with(Ooxml.SHEET, Ooxml.sheet("", "", "<drawing r:id=\"rId1\"/>")).done(),
        refused("FILE_EMPTY"));
    return all;
  }

  private static byte[] office(String part) {
    return new RawZip()
        .add(RawZip.member(Ooxml.TYPES).content(utf8(Ooxml.types("application/xml", ""))))
        .add(
            RawZip.member(Ooxml.ROOT_RELS)
                .content(utf8(Ooxml.rels(Ooxml.rel("rId1", "officeDocument", part, "")))))
        .add(RawZip.member(part).content(utf8("<a/>")))
        .done();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void add(
      List<HostileFile> all, String what, String name, byte[] content, Expected expected) {
    all.add(HostileFile.of("mislabelled: " + what + " named " + name, name, content, expected));
  }
}
