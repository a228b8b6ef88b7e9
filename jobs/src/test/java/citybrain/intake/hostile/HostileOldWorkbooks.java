package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.RECORD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;

/** Workbooks of Excel 97–2003 (.xls) and other OLE2 containers. */
final class HostileOldWorkbooks {
  private HostileOldWorkbooks() {}

  static List<HostileFile> all() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    byte[] whole = OldWorkbooks.payments(Payments.ROW);
    xls(all, "good", whole, read(RECORD));
    for (int percent : List.of(2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)) {
      xls(
          all,
          "its first " + percent + " %",
          Bytes.percentOf(whole, percent),
          refused("FILE_TRUNCATED"));
    }
    xls(all, "without its last sector", Bytes.withoutLast(whole, 512), refused("FILE_TRUNCATED"));
    xls(all, "without its last byte", Bytes.withoutLast(whole, 1), refused("FILE_TRUNCATED"));
    xls(
        all,
        "the mark alone",
        Bytes.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
        refused("FILE_TRUNCATED"));
    xls(
        all,
        "the mark and zeros",
        Bytes.padded(Bytes.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), 4096),
        refused("FILE_TRUNCATED"));
    xls(
        all,
        "header that says two thousand million sectors",
        said(whole, 0x2C, 0x7FFFFFFF),
        refused("FILE_TRUNCATED"));
    xls(
        all,
        "directory that starts nowhere",
        said(whole, 0x30, 0x7FFFFFFF),
        refused("FILE_TRUNCATED"));
    xls(all, "chain of sectors that bites its tail", chainLoop(whole), refused("FILE_TRUNCATED"));
    all.add(
        HostileFile.of(
            "xls: larger than is read",
            "拨付.xls",
            lure -> Bytes.padded(whole, 49 << 20),
            refused("FILE_TOO_LARGE", "at most 50331648")));
    xls(all, "protected by a password", encrypted("密码"), refused("FORMAT_UNKNOWN", "password"));
    xls(all, "protected against writing only", encrypted("VelvetSweatshop"), read(RECORD));
    xls(
        all,
        "of Excel 5 or 95",
        OldWorkbooks.container("Book", biff(0x0809, 0x0500)),
        refused("FORMAT_UNKNOWN", "older than 97"));
    xls(all, "of Excel 4", biff(0x0409, 0x0400), refused("FORMAT_UNKNOWN", "older than 97"));
    xls(all, "of Excel 3", biff(0x0209, 0x0300), refused("FORMAT_UNKNOWN", "older than 97"));
    xls(all, "of Excel 2", biff(0x0009, 0x0200), refused("FORMAT_UNKNOWN", "older than 97"));
    xls(
        all,
        "workbook stream of noise",
        OldWorkbooks.container("Workbook", Bytes.random(3, 20_000)),
        refused("FORMAT_UNKNOWN"));
    xls(
        all,
        "empty workbook stream",
        OldWorkbooks.container("Workbook", new byte[0]),
        refused("FORMAT_UNKNOWN"));
    xls(
        all,
        "Word document",
        OldWorkbooks.container("WordDocument", new byte[5_000]),
        refused("FORMAT_UNKNOWN", "Word or WPS document"));
    xls(
        all,
        "presentation",
        OldWorkbooks.container("PowerPoint Document", new byte[5_000]),
        refused("FORMAT_UNKNOWN", "presentation"));
    xls(
        all,
        "mail",
        OldWorkbooks.container("__properties_version1.0", new byte[5_000]),
        refused("FORMAT_UNKNOWN"));
    xls(
        all,
        "hidden sheet with the table",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              w.createSheet("说明");
              w.setActiveSheet(1);
              w.setSheetHidden(0, true);
            }),
        refused("SCHEMA_MISMATCH", "stands in the hidden sheet 拨付"));
    xls(
        all,
        "very hidden sheet with another table beside the visible one",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              OldWorkbooks.fill(w.createSheet("旧"), Payments.row(9));
              w.setSheetVisibility(1, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
            }),
        read(RECORD));
    xls(
        all,
        "hidden row and column",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              w.getSheetAt(0).getRow(1).setZeroHeight(true);
              w.getSheetAt(0).setColumnHidden(3, true);
            }),
        read(RECORD, "隐藏"));
    xls(
        all,
        "formula whose stored result is a text",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              w.getSheetAt(0)
                  .getRow(1)
                  .getCell(4)
                  .setCellFormula("HYPERLINK(\"http://127.0.0.1/\",\"x\")");
            }),
        read(RECORD));
    xls(
        all,
        "text that looks like a command",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              w.getSheetAt(0).getRow(1).getCell(4).setCellValue("=cmd|' /C calc'!A0");
            }),
        read("BF1 JZ1 2020-08-03 100 =cmd|' /C calc'!A0"));
    xls(
        all,
        "table in the 256th column",
        OldWorkbooks.of(
            w -> {
              OldWorkbooks.fill(w.createSheet("拨付"), Payments.ROW);
              w.getSheetAt(0).getRow(0).createCell(255).setCellValue("注");
            }),
        read(RECORD));
    return all;
  }

  /** A container whose header says another number at an offset. */
  private static byte[] said(byte[] container, int at, int value) {
    byte[] lying = container.clone();
    byte[] number = new Bytes().u32(value).done();
    System.arraycopy(number, 0, lying, at, number.length);
    return lying;
  }

  /** The table of sectors says of every sector that the first one comes next. */
  private static byte[] chainLoop(byte[] container) {
    byte[] looped = container.clone();
    int table = (1 + (looped[0x4C] & 0xFF)) * 512;
    for (int at = table; at < table + 512; at++) {
      looped[at] = 0;
    }
    return looped;
  }

  private static byte[] encrypted(String password) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword(password);
    try {
      return OldWorkbooks.payments(Payments.ROW);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** A workbook of an older Excel: its first record and its last. */
  private static byte[] biff(int record, int version) {
    return Bytes.padded(
        new Bytes().u16(record).u16(8).u16(version).u16(0x10).u32(0).u16(0x0A).u16(0).done(),
        5_000);
  }

  private static void xls(List<HostileFile> all, String title, byte[] content, Expected expected) {
    all.add(HostileFile.of("xls: " + title, "拨付.xls", content, expected));
  }
}
