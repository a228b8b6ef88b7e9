package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.HEADER;
import static citybrain.intake.hostile.Payments.RECORD;
import static citybrain.intake.hostile.Payments.ROW;
import static citybrain.intake.hostile.Payments.TABLE;
import static citybrain.intake.hostile.Payments.utf8;

import java.util.ArrayList;
import java.util.List;

/** Text that is a table of a broken or endless kind. */
final class HostileTables {
  private static final String PAYEE = "BF1 JZ1 2020-08-03 100 ";
  private static final String START = HEADER + "BF1,JZ1,2020-08-03,100,";

  private HostileTables() {}

  static List<HostileFile> all() {
    List<HostileFile> all = new ArrayList<>();
    shapes(all);
    sizes(all);
    cells(all);
    names(all);
    return all;
  }

  private static void shapes(List<HostileFile> all) {
    csv(all, "no byte", "", refused("FILE_EMPTY"));
    csv(all, "one line end", "\n", refused("FILE_EMPTY"));
    csv(all, "blanks", "   \r\n \u3000 \r\n", refused("FILE_EMPTY"));
    csv(all, "delimiters only", ",,,,\r\n,,,,\r\n", refused("FILE_EMPTY"));
    csv(all, "one quote", "\"", refused("FILE_TRUNCATED"));
    csv(all, "header only", HEADER, read(""));
    csv(all, "header only, without a line end", HEADER.strip(), read(""));
    csv(all, "no line end behind the last row", TABLE.stripTrailing(), read(RECORD));
    csv(all, "header twice", HEADER + TABLE, read(RECORD));
    csv(
        all,
        "header again in the middle",
        TABLE + HEADER + Payments.row(2),
        read(RECORD + ", BF2 JZ2 2020-08-03 100 医院"));
    csv(
        all,
        "one header twice",
        TABLE.replace("申请编号", "拨付编号"),
        refused("SCHEMA_MISMATCH", "拨付编号 stands more than once"));
    csv(
        all,
        "a column twice",
        TABLE.replace("\r\n", ",x\r\n").replaceFirst("x", "收款单位"),
        refused("SCHEMA_MISMATCH", "收款单位 stands more than once"));
    csv(
        all,
        "blank header cell",
        TABLE.replace("收款单位", ""),
        refused("SCHEMA_MISMATCH", "收款单位 is missing"));
    csv(all, "blank column", TABLE.replace("\r\n", ",\r\n"), read(RECORD));
    csv(
        all,
        "delimiter behind each row but not behind the header",
        HEADER + ROW.replace("\r\n", ",\r\n"),
        refused("SCHEMA_MISMATCH", "line 2 has 6 cells, the header 5"));
    csv(
        all,
        "delimiter behind the header but not behind the rows",
        HEADER.replace("\r\n", ",\r\n") + ROW,
        refused("SCHEMA_MISMATCH", "line 2 has 5 cells, the header 6"));
    csv(
        all,
        "a row shifted by a comma in an amount",
        HEADER + "BF1,JZ1,2020-08-03,1,200,医院\r\n",
        refused("SCHEMA_MISMATCH", "line 2 has 6 cells"));
    csv(
        all,
        "a row that lost a cell",
        HEADER + "BF1,JZ1,100,医院\r\n",
        refused("SCHEMA_MISMATCH", "line 2 has 4 cells"));
    csv(
        all,
        "columns shifted by one",
        HEADER + "x,BF1,JZ1,2020-08-03,100\r\n",
        refused("SCHEMA_MISMATCH", "拨付日期 has 1 of 1 values that are no date"));
    csv(
        all,
        "cut in the middle of a row",
        TABLE + "BF2,JZ2,20",
        refused("SCHEMA_MISMATCH", "line 3 has 3 cells"));
    csv(all, "header below line 50", "\r\n".repeat(55) + TABLE, refused("SCHEMA_MISMATCH"));
    csv(all, "header in line 40", "说明\r\n".repeat(39) + TABLE, read(RECORD));
    csv(all, "line ends LF", TABLE.replace("\r\n", "\n"), read(RECORD));
    csv(all, "line ends CR", TABLE.replace("\r\n", "\r"), read(RECORD));
    csv(
        all,
        "line ends LF and CRLF",
        HEADER.replace("\r\n", "\n") + ROW + Payments.row(2).replace("\r\n", "\n"),
        read(RECORD + ", BF2 JZ2 2020-08-03 100 医院"));
    csv(all, "line ends LF CR", TABLE.replace("\r\n", "\n\r"), read(RECORD));
    csv(all, "line ends CR CR LF", TABLE.replace("\r\n", "\r\r\n"), read(RECORD));
    csv(all, "semicolon", TABLE.replace(',', ';'), read(RECORD, ";"));
    csv(all, "tab", TABLE.replace(',', '\t'), read(RECORD, "\\t"));
    csv(
        all,
        "tab before comma, against Excel",
        HEADER + "BF1\t,JZ1\t,2020-08-03\t,100\t,青岛市市立医院\t\r\n",
        read(RECORD));
    csv(
        all,
        "comma in the header, tab in the rows",
        HEADER + ROW.replace(',', '\t'),
        read("BF1 JZ1 2020-08-03 100 青岛市市立医院 - - - - QUARANTINED", "“申请编号”不能为空"));
    csv(all, "vertical bar", TABLE.replace(',', '|'), refused("SCHEMA_MISMATCH"));
    csv(all, "full-width comma", TABLE.replace(',', '，'), refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "the line with which Excel is told the delimiter",
        "sep=;\r\n" + TABLE.replace(',', ';'),
        read(RECORD));
    csv(
        all,
        "everything quoted",
        TABLE
            .replace(",", "\",\"")
            .replace("\r\n", "\"\r\n\"")
            .replaceFirst("^", "\"")
            .replaceFirst("\"$", ""),
        read(RECORD));
    csv(
        all,
        "quote closed in the middle of a cell",
        START + "\"医\"院\r\n",
        refused("SCHEMA_MISMATCH", "quote inside a cell", "line 2"));
    csv(
        all,
        "quote never closed in the first row",
        "\"" + TABLE,
        refused("FILE_TRUNCATED", "line 1"));
    csv(
        all,
        "quote never closed in the last row",
        TABLE + "BF2,JZ2,2020-08-03,1,\"医院",
        refused("FILE_TRUNCATED", "line 3"));
    csv(
        all,
        "every key the same, and the rows differ",
        HEADER + "BF1,JZ1,2020-08-03,1,a\r\nBF1,JZ1,2020-08-03,2,a\r\n",
        read("BF1 JZ1 2020-08-03 1 a QUARANTINED, BF1 JZ1 2020-08-03 2 a QUARANTINED"));
    csv(
        all,
        "a key 20,000 times",
        HEADER + "BF1,JZ1,2020-08-03,1,a\r\n".repeat(20_000),
        refused("KEY_REPEATED", "20000 times"));
  }

  private static void sizes(List<HostileFile> all) {
    csv(
        all,
        "a million columns",
        HEADER.strip() + ",x".repeat(1_000_000) + "\r\n",
        refused("TOO_MANY_COLUMNS", "line 1"));
    csv(
        all,
        "16,385 columns in a row",
        TABLE + "1" + ",1".repeat(16_384) + "\r\n",
        refused("TOO_MANY_COLUMNS", "16385 cells in line 3"));
    csv(
        all,
        "16,384 columns in 20 rows",
        (",1".repeat(16_383) + "\r\n").repeat(20),
        refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "headers of a million letters",
        TABLE.replace("收款单位", "x".repeat(1_000_000)),
        refused("SCHEMA_MISMATCH", "收款单位 is missing"));
    csv(
        all,
        "a wrong value of a million letters",
        TABLE.replace("2020-08-03", "x".repeat(1_000_000)),
        refused("SCHEMA_MISMATCH", "拨付日期 has 1 of 1 values"));
    csv(
        all,
        "a payee of a million letters",
        START + "x".repeat(1_000_000) + "\r\n",
        read(PAYEE + "1000000 characters"));
    csv(
        all,
        "a line of six million letters",
        START + "x".repeat(6_000_000) + "\r\n",
        refused("FILE_TRUNCATED", "line 2"));
    csv(
        all,
        "a quoted cell without an end",
        START + "\"" + "医院\r\n".repeat(1_500_000),
        refused("FILE_TRUNCATED", "line 2"));
    csv(
        all,
        "one line of ten million delimiters",
        ",".repeat(10_000_000),
        refused("FILE_TRUNCATED", "line 1"));
    csv(all, "200,000 blank lines behind the table", TABLE + "\r\n".repeat(200_000), read(RECORD));
    csv(
        all,
        "an amount of 3 million digits",
        TABLE.replace(",100,", "," + "9".repeat(3_000_000) + ","),
        refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "an amount with an exponent of a thousand million",
        TABLE.replace(",100,", ",1E999999999,"),
        refused("SCHEMA_MISMATCH"));
    csv(
        all,
        "a date in the year 999,999,999",
        TABLE.replace("2020-08-03", "999999999-01-01"),
        refused("SCHEMA_MISMATCH"));
  }

  private static void cells(List<HostileFile> all) {
    for (String text :
        List.of(
            "=cmd|' /C calc'!A0",
            "+cmd|x",
            "-1+cmd",
            "@SUM(1)",
            "=WEBSERVICE(\"\"http://127.0.0.1/\"\")",
            "<script>alert(1)</script>",
            "'; DROP TABLE silver; --",
            "${jndi:ldap://127.0.0.1/a}",
            "%s%n%d")) {
      csv(
          all,
          "text " + text,
          START + "\"" + text + "\"\r\n",
          read(PAYEE + text.replace("\"\"", "\"")));
    }
    csv(
        all,
        "number held as text by a formula",
        HEADER + "\"=\"\"BF1\"\"\",JZ1,2020-08-03,100,医院\r\n",
        read("=\"BF1\" JZ1 2020-08-03 100 医院"));
    csv(
        all,
        "header that is a formula",
        TABLE.replace("收款单位", "=cmd|A0"),
        refused("SCHEMA_MISMATCH", "收款单位 is missing"));
    csv(
        all,
        "header that is a format of messages",
        TABLE.replace("收款单位", "%s%n%d"),
        refused("SCHEMA_MISMATCH", "found %s%n%d"));
    csv(
        all,
        "wrong value with line ends and right-to-left override",
        HEADER + "BF1,JZ1,\"a\nREFUSED\u202E\",100,医院\r\n",
        refused("SCHEMA_MISMATCH", "\"a?REFUSED?\""));
  }

  private static void names(List<HostileFile> all) {
    String[][] names = {
      {"right-to-left override", "a\u202Evsc.exe"},
      {"a line end", "a\nFORGED: all is well.csv"},
      {"an escape sequence", "a\u001B[2J.csv"},
      {"NUL", "a\0.csv"},
      {"255 bytes", "拨".repeat(83) + "付.csv"},
      {"a format of messages", "%s%n%d.csv"},
      {"a path", "..\\..\\a.csv"},
    };
    for (String[] name : names) {
      all.add(
          HostileFile.of(
              "refused file whose name has " + name[0],
              name[1],
              utf8("x\r\n"),
              refused("SCHEMA_MISMATCH")));
      all.add(
          HostileFile.of(
              "good file whose name has " + name[0], name[1], utf8(TABLE), read(RECORD)));
    }
  }

  private static void csv(List<HostileFile> all, String title, String content, Expected expected) {
    all.add(HostileFile.of("csv: " + title, "拨付.csv", lure -> utf8(content), expected));
  }
}
