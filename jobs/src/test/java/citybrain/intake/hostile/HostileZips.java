package citybrain.intake.hostile;

import static citybrain.intake.hostile.Expected.read;
import static citybrain.intake.hostile.Expected.refused;
import static citybrain.intake.hostile.Payments.RECORD;
import static citybrain.intake.hostile.Payments.TABLE;
import static citybrain.intake.hostile.Payments.gb18030;
import static citybrain.intake.hostile.Payments.utf8;
import static citybrain.intake.hostile.RawZip.member;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Zips of files: bombs, lies, names that climb, passwords, damage. */
final class HostileZips {
  private static final byte[] GOOD = utf8(TABLE);
  private static final byte[] BLANKS = new byte[1 << 20];

  static {
    java.util.Arrays.fill(BLANKS, (byte) '\n');
  }

  private HostileZips() {}

  static List<HostileFile> all() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    bombs(all);
    lies(all);
    names(all);
    members(all);
    damage(all);
    return all;
  }

  private static void bombs(List<HostileFile> all) {
    zip(
        all,
        "zip bomb: 300 MB in one member",
        new RawZip().add(member("a.csv").repeated(BLANKS, 300)).done(),
        refused("ZIP_UNSAFE", "would grow to 314572800"));
    zip(
        all,
        "zip bomb: 4 GB in one member",
        new RawZip().add(member("a.csv").repeated(BLANKS, 4000)).done(),
        refused("ZIP_UNSAFE", "would grow to 4194304000"));
    RawZip many = new RawZip();
    RawZip overlapping = new RawZip();
    RawZip.Member kernel = member("0.csv").repeated(BLANKS, 15);
    overlapping.add(kernel);
    for (int i = 0; i < 900; i++) {
      many.add(member(i + ".csv").repeated(BLANKS, 15));
      overlapping.addOverlapping((i + 1) + ".csv", kernel);
    }
    zip(
        all,
        "zip bomb: 900 members of 15 MB each",
        many.done(),
        refused("ZIP_UNSAFE", "would grow to"));
    zip(
        all,
        "zip bomb: 900 members share the same bytes",
        overlapping.done(),
        refused("ZIP_UNSAFE", "overlap"));
    RawZip.Member small = member("0.csv").content(GOOD);
    zip(
        all,
        "two members share the same bytes",
        new RawZip().add(small).addOverlapping("1.csv", small).done(),
        refused("ZIP_UNSAFE", "overlap"));
    byte[] nested = GOOD;
    for (int depth = 0; depth < 4; depth++) {
      nested = RawZip.of("a.zip", nested);
    }
    zip(all, "zip in zip in zip in zip", nested, refused("ZIP_UNSAFE", "a.zip", "another zip"));
    RawZip fan = new RawZip();
    byte[] inner = new RawZip().add(member("a.csv").repeated(BLANKS, 15)).done();
    for (int i = 0; i < 100; i++) {
      fan.add(member(i + ".zip").content(inner));
    }
    zip(all, "zip bomb: 100 zips in a zip", fan.done(), refused("ZIP_UNSAFE", "another zip"));
    zip(
        all,
        "zip in zip named as a workbook",
        RawZip.of("a.xlsx", RawZip.of("a.csv", GOOD)),
        refused("ZIP_UNSAFE", "a.xlsx", "another zip"));
    zip(
        all,
        "zip with 10,000 members",
        membersNamed(10_000),
        refused("ZIP_UNSAFE", "holds 10000 files, at most 1000"));
    zip(all, "zip with 1,001 members", membersNamed(1_001), refused("ZIP_UNSAFE", "1001 files"));
  }

  private static byte[] membersNamed(int count) {
    RawZip zip = new RawZip();
    for (int i = 0; i < count; i++) {
      zip.add(member("m" + i + ".csv").stored(new byte[] {'a'}));
    }
    return zip.done();
  }

  private static void lies(List<HostileFile> all) {
    zip(
        all,
        "lying size: 300 MB said to be 100 bytes",
        new RawZip().add(member("a.csv").repeated(BLANKS, 300).saysSize(100)).done(),
        refused("ZIP_UNSAFE", "a.csv", "larger than"));
    zip(
        all,
        "lying size: half of the member",
        new RawZip().add(member("a.csv").content(GOOD).saysSize(GOOD.length / 2)).done(),
        refused("ZIP_UNSAFE", "a.csv", "larger than"));
    zip(
        all,
        "lying size: the member ends early",
        new RawZip().add(member("a.csv").content(GOOD).saysSize(1_000)).done(),
        refused("FILE_TRUNCATED", "a.csv", "ends after"));
    zip(
        all,
        "lying size: an empty member said to be 4 GB",
        new RawZip().add(member("a.csv").content(new byte[0]).saysSize(0xFFFFFFF0L)).done(),
        refused("ZIP_UNSAFE", "would grow to"));
    zip(
        all,
        "lying check sum",
        new RawZip().add(member("a.csv").content(GOOD).saysCrc(7)).done(),
        refused("FILE_TRUNCATED", "a.csv", "check sum"));
    zip(
        all,
        "lying packed size: beyond the end",
        new RawZip().add(member("a.csv").content(GOOD).saysPackedSize(100_000)).done(),
        refused("FILE_TRUNCATED"));
    zip(
        all,
        "directory says more members than there are",
        new RawZip().add(member("a.csv").content(GOOD)).done(500, new byte[0]),
        read(RECORD));
    zip(
        all,
        "two zips one behind the other",
        Bytes.join(
            RawZip.of("a.csv", utf8(Payments.HEADER + Payments.row(7))), RawZip.of("a.csv", GOOD)),
        refused("ZIP_UNSAFE", "before its first member"));
    zip(
        all,
        "zip behind a program",
        Bytes.join(Bytes.padded(Bytes.of('M', 'Z', 0x90, 0), 512), RawZip.of("a.csv", GOOD)),
        refused("FORMAT_UNKNOWN", "program"));
    zip(
        all,
        "long comment that looks like the end of another zip",
        new RawZip()
            .add(member("a.csv").content(GOOD))
            .done(1, Bytes.join(new byte[60_000], RawZip.of("b.csv", utf8("x")))),
        refused("ZIP_UNSAFE"));
    zip(
        all,
        "member stored, said to be deflated",
        new RawZip().add(member("a.csv").stored(GOOD).method(RawZip.DEFLATED)).done(),
        refused("FILE_TRUNCATED", "a.csv"));
  }

  private static void names(List<HostileFile> all) {
    String[][] outside = {
      {"climbing name", "../a.csv"},
      {"name that climbs in the middle", "a/../../a.csv"},
      {"name that climbs with backslashes", "..\\..\\a.csv"},
      {"absolute name", "/etc/cron.d/a.csv"},
      {"name with a drive letter", "C:\\Windows\\a.csv"},
      {"name relative to a drive", "C:a.csv"},
      {"network name", "\\\\10.0.0.1\\share\\a.csv"},
      {"name with NUL", "a.csv\0.exe"},
      {"name with a line end", "a\n.csv"},
      {"name with a bell", "a\u0007.csv"},
      {"name with an escape sequence", "a\u001B[2J.csv"},
      {"name with right-to-left override", "a\u202Evsc.exe"},
      {"name with a zero-width space", "a\u200B.csv"},
      {"name with a byte-order mark", "\uFEFFa.csv"},
      {"empty name", ""},
    };
    for (String[] name : outside) {
      zip(
          all,
          "zip: " + name[0],
          RawZip.of(name[1], GOOD),
          refused("ZIP_UNSAFE", "no plain file name"));
    }
    zip(
        all,
        "zip: one good member and one that climbs",
        new RawZip()
            .add(member("a.csv").content(GOOD))
            .add(member("../../b.csv").content(GOOD))
            .done(),
        refused("ZIP_UNSAFE", "../../b.csv"));
    zip(all, "zip: name of 60,000 letters", RawZip.of("a".repeat(60_000), GOOD), read(RECORD));
    zip(all, "zip: name that Windows reserves", RawZip.of("CON", GOOD), read(RECORD));
    zip(
        all,
        "zip: name in GB18030",
        new RawZip().add(member(gb18030("拨付.csv")).content(GOOD)).done(),
        read(RECORD));
    zip(
        all,
        "zip: name in no encoding",
        new RawZip().add(member(Bytes.of(0xFF, 0xFE, 0x81)).content(GOOD)).done(),
        refused("FILE_TRUNCATED", "cannot be read"));
    zip(
        all,
        "zip: two members of one name",
        new RawZip()
            .add(member("a.csv").content(GOOD))
            .add(member("a.csv").content(utf8(Payments.HEADER + Payments.row(7))))
            .done(),
        refused("ZIP_UNSAFE", "two members named a.csv"));
    zip(
        all,
        "zip: two names that look the same (NFC and NFD)",
        new RawZip()
            .add(member("\u00E9.csv").content(GOOD))
            .add(member("e\u0301.csv").content(utf8(Payments.HEADER + Payments.row(7))))
            .done(),
        refused("ZIP_UNSAFE", "two members named"));
  }

  private static void members(List<HostileFile> all) {
    zip(all, "zip without a member", new RawZip().done(), refused("FILE_EMPTY", "without a file"));
    zip(
        all,
        "zip with folders only",
        new RawZip()
            .add(member("a/").stored(new byte[0]))
            .add(member("a/b/").stored(new byte[0]))
            .done(),
        refused("FILE_EMPTY", "without a file"));
    zip(
        all,
        "zip with what systems add only",
        new RawZip()
            .add(member("__MACOSX/._a.csv").content(GOOD))
            .add(member(".DS_Store").content(GOOD))
            .add(member("Thumbs.db").content(GOOD))
            .done(),
        refused("FILE_EMPTY", "without a file"));
    zip(
        all,
        "zip with a table in a folder, beside what systems add",
        new RawZip()
            .add(member("八月/").stored(new byte[0]))
            .add(member("八月/拨付.csv").content(GOOD))
            .add(member("__MACOSX/._a.csv").content(GOOD))
            .done(),
        read(RECORD));
    zip(
        all,
        "zip of two tables",
        new RawZip()
            .add(member("b.csv").content(gb18030(Payments.HEADER + Payments.row(2))))
            .add(member("a.csv").content(GOOD))
            .done(),
        read(RECORD + ", BF2 JZ2 2020-08-03 100 医院"));
    zip(
        all,
        "zip with an empty member",
        new RawZip().add(member("a.csv").stored(new byte[0])).done(),
        refused("FILE_EMPTY"));
    zip(
        all,
        "zip with a good and an empty member",
        new RawZip()
            .add(member("a.csv").content(GOOD))
            .add(member("b.csv").stored(new byte[0]))
            .done(),
        refused("FILE_EMPTY", "b.csv"));
    zip(
        all,
        "zip with a password",
        new RawZip().add(member("a.csv").content(GOOD).flag(1)).done(),
        refused("FORMAT_UNKNOWN", "password"));
    zip(
        all,
        "zip with a strong password",
        new RawZip().add(member("a.csv").content(GOOD).flag(0x41).method(99)).done(),
        refused("FORMAT_UNKNOWN", "password"));
    for (int method : List.of(1, 14, 95, 97, 98, 255)) {
      zip(
          all,
          "zip packed by method " + method,
          new RawZip().add(member("a.csv").content(GOOD).method(method)).done(),
          refused("ZIP_UNSAFE", "packed in an unusual way"));
    }
    zip(
        all,
        "zip with a symbolic link",
        new RawZip().add(member("a.csv").stored(utf8("/etc/passwd")).unixMode(0120777)).done(),
        refused("ZIP_UNSAFE", "a.csv"));
    zip(
        all,
        "zip with a member of another kind",
        RawZip.of("a.txt", utf8("好的\r\n")),
        refused("SCHEMA_MISMATCH"));
    zip(
        all,
        "zip with a table and a document",
        new RawZip()
            .add(member("a.csv").content(GOOD))
            .add(member("说明.pdf").content(utf8("%PDF-1.4\n%âãÏÓ\n")))
            .done(),
        refused("FORMAT_UNKNOWN", "说明.pdf", "PDF"));
    zip(
        all,
        "zip with a workbook and an old workbook",
        lure ->
            new RawZip()
                .add(member("a.xlsx").content(Ooxml.good().done()))
                .add(member("b.xls").content(OldWorkbooks.payments(Payments.row(2))))
                .done(),
        read(RECORD + ", BF2 JZ2 2020-08-03 100 医院"));
    zip(
        all,
        "zip with a workbook that holds a bomb",
        lure -> RawZip.of("a.xlsx", Ooxml.good().with(Ooxml.SHEET, Ooxml.bombSheet()).done()),
        refused("ZIP_UNSAFE", "a.xlsx"));
  }

  private static void damage(List<HostileFile> all) {
    byte[] whole = RawZip.of("a.csv", utf8(Payments.HEADER + Payments.rows(1, 200)));
    for (int percent : List.of(1, 10, 25, 50, 75, 90, 99)) {
      zip(
          all,
          "the first " + percent + " % of a zip",
          Bytes.percentOf(whole, percent),
          refused("FILE_TRUNCATED", "directory at its end"));
    }
    zip(
        all,
        "a zip without its last byte",
        Bytes.withoutLast(whole, 1),
        refused("FILE_TRUNCATED", "directory at its end"));
    for (int at : List.of(60, 200, 400)) {
      zip(
          all,
          "a zip with a bit turned in its member, at " + at,
          Bytes.flipped(whole, at),
          refused("FILE_TRUNCATED", "a.csv"));
    }
  }

  private static void zip(List<HostileFile> all, String title, byte[] content, Expected expected) {
    all.add(HostileFile.of(title, "拨付.zip", content, expected));
  }

  private static void zip(
      List<HostileFile> all, String title, HostileFile.Content content, Expected expected) {
    all.add(HostileFile.of(title, "拨付.zip", content, expected));
  }
}
