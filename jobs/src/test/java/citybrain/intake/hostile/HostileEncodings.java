package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.HEADER;
import static citybrain.intake.hostile.Payments.RECORD;
import static citybrain.intake.hostile.Payments.TABLE;
import static citybrain.intake.hostile.Payments.gb18030;
import static citybrain.intake.hostile.Payments.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text in the wrong encoding, in two encodings, or with characters that no office writes. */
final class HostileEncodings {
  private static final String MARK = "\uFEFF";
  private static final String PAYEE = "BF1 JZ1 2020-08-03 100 ";

  private HostileEncodings() {}

  static List<HostileFile> all() {
    List<HostileFile> all = new ArrayList<>();
    csv(
        all,
        "UTF-16LE without a mark",
        TABLE.getBytes(StandardCharsets.UTF_16LE),
        refused("ENCODING_UNKNOWN", "UTF-16"));
    csv(
        all,
        "UTF-16BE without a mark",
        TABLE.getBytes(StandardCharsets.UTF_16BE),
        refused("ENCODING_UNKNOWN", "UTF-16"));
    csv(
        all,
        "UTF-16LE cut inside a character",
        Bytes.withoutLast((MARK + TABLE).getBytes(StandardCharsets.UTF_16LE), 1),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "UTF-16LE with a lone surrogate",
        Bytes.join(
            (MARK + HEADER + "BF1,JZ1,2020-08-03,1,").getBytes(StandardCharsets.UTF_16LE),
            Bytes.of(0x00, 0xD8, 0x61, 0),
            "\r\n".getBytes(StandardCharsets.UTF_16LE)),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "UTF-16LE with its mark twice",
        (MARK + MARK + TABLE).getBytes(StandardCharsets.UTF_16LE),
        read(RECORD));
    csv(
        all,
        "UTF-32LE with its mark",
        (MARK + TABLE).getBytes(Charset.forName("UTF-32LE")),
        refused("ENCODING_UNKNOWN", "UTF-32"));
    csv(
        all,
        "UTF-32BE with its mark",
        (MARK + TABLE).getBytes(Charset.forName("UTF-32BE")),
        refused("ENCODING_UNKNOWN", "UTF-32"));
    csv(
        all,
        "UTF-32LE without a mark",
        TABLE.getBytes(Charset.forName("UTF-32LE")),
        refused("ENCODING_UNKNOWN", "UTF-"));
    csv(
        all,
        "UTF-7",
        utf8(
            "+YsZO2H8WU/c-,+dTOLd330-,+YsZO2GXlZw8-,+YsZO2JHRmN0-,+ZTZrPlNVT00-\r\nBF1,JZ1,2020-08-03,1,x\r\n"),
        refused("SCHEMA_MISMATCH"));
    csv(all, "HZ", utf8("~{2&88~},~{IjGk~}\r\n1,2\r\n"), refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "ISO-2022-CN",
        Bytes.join(Bytes.of(0x1B, '$', ')', 'A', 0x0E), utf8("2&88"), Bytes.of(0x0F)),
        refused("ENCODING_UNKNOWN", "0x1B"));
    for (String charset : List.of("Big5", "Shift_JIS", "EUC-KR", "windows-1252", "KOI8-R")) {
      String text =
          switch (charset) {
            case "Big5" -> "撥付編號,申請編號,撥付日期,撥付金額,收款單位\r\nBF1,JZ1,2020-08-03,1,臺北市立聯合醫院與診所\r\n";
            case "Shift_JIS" -> "支払番号,申込番号,ひらがなとカタカナ,金額,受取人\r\nBF1,JZ1,2020-08-03,1,アイウエオかきくけこ\r\n";
            case "EUC-KR" -> "지급번호,신청번호,지급일,금액,수취인\r\nBF1,JZ1,2020-08-03,1,서울대학교병원과약국\r\n";
            case "KOI8-R" ->
                "Номер,Заявка,Дата,Сумма,Получатель\r\nBF1,JZ1,2020-08-03,1,Городская больница\r\n";
            default ->
                "Numéro,Référence,Date,Montant,Bénéficiaire\r\nBF1,JZ1,2020-08-03,1,Hôpital\r\n";
          };
      csv(
          all,
          charset,
          text.getBytes(Charset.forName(charset)),
          new Expected("REFUSED ", List.of("Nothing was loaded")));
    }
    csv(all, "mark twice", utf8(MARK + MARK + TABLE), read(RECORD));
    csv(
        all,
        "mark in the middle, as of two files joined",
        utf8(MARK + TABLE + MARK + HEADER + Payments.row(2)),
        read(RECORD + ", BF2 JZ2 2020-08-03 100 医院"));
    csv(all, "mark and nothing else", utf8(MARK), refused("FILE_EMPTY"));
    csv(
        all,
        "mark of UTF-8 before GB18030",
        Bytes.join(utf8(MARK), gb18030(TABLE)),
        refused("ENCODING_UNKNOWN", "byte-order mark EF BB BF"));
    csv(
        all,
        "line of GB18030 in UTF-8",
        Bytes.join(utf8(TABLE), gb18030(Payments.row(2))),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "line of UTF-8 in GB18030",
        Bytes.join(gb18030(TABLE), utf8("BF2,JZ2,2020-08-03,1,青岛市第八人民医院东院区\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "mark of UTF-8, then a line of GB18030 far down",
        Bytes.join(utf8(MARK + HEADER + Payments.rows(1, 3_000)), gb18030(Payments.ROW)),
        refused("ENCODING_UNKNOWN", "line 2"));
    csv(
        all,
        "line of UTF-8 far down in GB18030",
        Bytes.join(
            gb18030(HEADER + Payments.rows(1, 3_000)),
            utf8("BF2,JZ2,2020-08-03,1,青岛市第八人民医院东院区\r\n")),
        refused("ENCODING_UNKNOWN", "line 2", "GB18030 text"));
    csv(
        all,
        "overlong UTF-8",
        Bytes.join(utf8(HEADER + "BF1,JZ1,2020-08-03,1,"), Bytes.of(0xC0, 0xAF), utf8("\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "surrogates in UTF-8 (CESU-8)",
        Bytes.join(
            utf8(HEADER + "BF1,JZ1,2020-08-03,1,"),
            Bytes.of(0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80),
            utf8("\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "lone surrogate in UTF-8",
        Bytes.join(
            utf8(HEADER + "BF1,JZ1,2020-08-03,1,"), Bytes.of(0xED, 0xA0, 0x80), utf8("\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "UTF-8 beyond Unicode",
        Bytes.join(
            utf8(HEADER + "BF1,JZ1,2020-08-03,1,"), Bytes.of(0xF5, 0x80, 0x80, 0x80), utf8("\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "UTF-8 cut inside a character",
        Bytes.withoutLast(utf8(HEADER + "BF1,JZ1,2020-08-03,1,医院"), 1),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "GB18030 cut inside a character",
        Bytes.withoutLast(gb18030(HEADER + "BF1,JZ1,2020-08-03,1,医院"), 1),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "rare names in four bytes of GB18030",
        gb18030(HEADER + "BF1,JZ1,2020-08-03,100,㐀\uD840\uDC00医院\r\n"),
        read(PAYEE + "㐀\uD840\uDC00医院"));
    csv(
        all,
        "rare names in four bytes of UTF-8",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,\uD840\uDC00医院\r\n"),
        read(PAYEE + "\uD840\uDC00医院"));
    csv(
        all,
        "private-use character in UTF-8",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,\uE000医院\r\n"),
        read(PAYEE + "\uE000医院"));
    csv(
        all,
        "private-use character in GB18030",
        Bytes.join(
            gb18030(HEADER + "BF1,JZ1,2020-08-03,100,"), Bytes.of(0xAA, 0xA1), gb18030("医院\r\n")),
        refused("ENCODING_UNKNOWN", "U+E000"));
    csv(
        all,
        "unassigned character in GB18030",
        Bytes.join(
            gb18030(HEADER + "BF1,JZ1,2020-08-03,100,"), gb18030("\uFDFE"), gb18030("医院\r\n")),
        refused("ENCODING_UNKNOWN"));
    csv(
        all,
        "replacement characters",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,\uFFFD\uFFFD\r\n"),
        refused("ENCODING_UNKNOWN", "U+FFFD"));
    String[][] controls = {
      {"NUL", "\0"},
      {"bell", "\u0007"},
      {"backspace", "\b"},
      {"vertical tab", "\u000B"},
      {"form feed", "\f"},
      {"escape", "\u001B[31m"},
    };
    for (String[] control : controls) {
      csv(
          all,
          control[0] + " in a cell",
          utf8(HEADER + "BF1,JZ1,2020-08-03,1,医" + control[1] + "院\r\n"),
          refused("ENCODING_UNKNOWN", "is neither a spreadsheet nor text"));
      csv(
          all,
          control[0] + " in a cell far down",
          utf8(HEADER + Payments.rows(1, 2_500) + "BF,JZ,2020-08-03,1,医" + control[1] + "院\r\n"),
          refused("ENCODING_UNKNOWN", "holds the character U+00", "line 2"));
    }
    csv(all, "100 KB of NUL", new byte[100_000], refused("ENCODING_UNKNOWN"));
    csv(all, "end of file as DOS wrote it", utf8(TABLE + "\u001A"), read(RECORD));
    csv(
        all,
        "right-to-left override in a cell",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,a\u202Ecod\r\n"),
        read(PAYEE + "acod"));
    csv(
        all,
        "right-to-left override in a header",
        utf8(TABLE.replace("收款单位", "\u202E收款单位")),
        read(RECORD));
    csv(
        all,
        "zero-width and no-break spaces in headers",
        utf8(TABLE.replace("拨付日期", "拨\u200B付\u00A0日\u3000期")),
        read(RECORD));
    csv(
        all,
        "line separator of Unicode in a cell",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,a\u2028b\r\n"),
        read(PAYEE + "a b"));
    csv(
        all,
        "next line (U+0085) for line ends",
        utf8(TABLE.replace("\r\n", "\u0085")),
        refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "delete characters",
        utf8(HEADER + "BF1,JZ1,2020-08-03,100,a\u007Fb\r\n"),
        read(PAYEE + "ab"));
    csv(all, "noise", Bytes.random(5, 100_000), refused("ENCODING_UNKNOWN"));
    return all;
  }

  private static void csv(List<HostileFile> all, String title, byte[] content, Expected expected) {
    all.add(HostileFile.of("encoding: " + title, "拨付.csv", content, expected));
  }
}
