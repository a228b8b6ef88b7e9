package citybrain.intake.reading;

import citybrain.intake.reading.FileEvidence.FileFormat;
import java.io.Closeable;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip: an .xlsx, or a zip of files that are read where they lie. Nothing is ever unpacked to
 * disk, so a member's name is a name and no path.
 */
final class ZipContainer implements Closeable {
  static final byte[] MARK = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_MARK = {'P', 'K', 5, 6};

  private static final String WORKBOOK_PART = "[Content_Types].xml";
  private static final String SHARED_STRINGS = "xl/sharedStrings.xml";
  private static final String UNSAFE = "ZIP_UNSAFE";

  private static final int MOST_MEMBERS = 1_000;

  /** Members that are workbooks are held in memory. */
  private static final long LARGEST_WORKBOOK = 48L << 20;

  /** What real tables reach when they are packed is far below; above it something pretends. */
  private static final long LARGEST_RATIO = 200;

  /** Below this size a large ratio harms nobody. */
  private static final long HARMLESS = 16L << 20;

  /** Stored, deflated, and what Windows packs large files with. */
  private static final Set<Integer> METHODS =
      Set.of(
          ZipMethod.STORED.getCode(),
          ZipMethod.DEFLATED.getCode(),
          ZipMethod.ENHANCED_DEFLATED.getCode());

  /** Members by which other formats are known. */
  private static final String[][] OTHER_FORMATS = {
    {"xl/workbook.bin", "a binary workbook (.xlsb)"},
    {"word/document.xml", "a Word document"},
    {"ppt/presentation.xml", "a presentation"},
    {"mimetype", "an OpenDocument file"},
    {"OFD.xml", "an OFD document"},
  };

  private static final String REPACK =
      "Pack the extract's own files, without folders, and deliver the zip again.";

  private final ZipFile zip;

  private ZipContainer(ZipFile zip) {
    this.zip = zip;
  }

  static boolean isZip(byte[] head) {
    return Signatures.startsWith(head, MARK) || Signatures.startsWith(head, EMPTY_MARK);
  }

  static ZipContainer open(DeliveredBytes bytes) throws UnreadableFileException, IOException {
    // Zips packed by Chinese Windows name their members in its code page unless they say UTF-8.
    ZipFile.Builder builder = ZipFile.builder().setCharset(TextEncoding.GB18030);
    Optional<File> file = bytes.file();
    try {
      if (file.isPresent()) {
        builder.setFile(file.get());
      } else {
        try (InputStream in = bytes.open(0)) {
          builder.setSeekableByteChannel(new SeekableInMemoryByteChannel(in.readAllBytes()));
        }
      }
      return new ZipContainer(builder.get());
    } catch (IOException | RuntimeException e) {
      throw UnreadableFileException.of(
          "FILE_TRUNCATED",
          "is a zip container whose directory at its end is missing or cannot be read",
          "Deliver the whole file again.",
          e);
    }
  }

  boolean isWorkbook() {
    return zip.getEntry(WORKBOOK_PART) != null;
  }

  /** Bytes of the part that holds a workbook's texts; 0 when there is none. */
  long sharedStringBytes() {
    ZipArchiveEntry entry = zip.getEntry(SHARED_STRINGS);
    return entry == null ? 0 : entry.getSize();
  }

  /**
   * The members as one file with a sheet for each.
   *
   * @param isNotUtf8 whether a byte that is no UTF-8 was found behind a beginning in ASCII
   */
  SourceFile members(boolean isNotUtf8) throws UnreadableFileException, IOException {
    List<Closeable> opened = new ArrayList<>(List.of(this));
    try {
      return members(isNotUtf8, opened);
    } catch (UnreadableFileException | IOException | RuntimeException e) {
      // Workbooks opened so far stand in temporary files.
      for (Closeable resource : opened) {
        resource.close();
      }
      throw e;
    }
  }

  private SourceFile members(boolean isNotUtf8, List<Closeable> opened)
      throws UnreadableFileException, IOException {
    List<SourceSheet> sheets = new ArrayList<>();
    FileEvidence evidence = null;
    for (ZipArchiveEntry entry : safeMembers()) {
      SourceFile file;
      try {
        file = member(entry, isNotUtf8);
      } catch (UnreadableFileException e) {
        throw e.ofMember(entry.getName());
      } catch (DamagedMemberException e) {
        throw e.reason().ofMember(entry.getName());
      }
      opened.add(file);
      evidence = file.evidence();
      sheets.addAll(file.sheets());
    }
    if (evidence == null) {
      throw new UnreadableFileException("FILE_EMPTY", "is a zip without a file", REPACK);
    }
    return new SourceFile(
        new FileEvidence(
            FileFormat.ZIP,
            evidence.encoding(),
            evidence.delimiter(),
            evidence.confidence(),
            "zip of " + sheets.size() + " sheets or files; " + evidence.reason()),
        sheets,
        () -> {
          for (Closeable resource : opened) {
            resource.close();
          }
        });
  }

  private SourceFile member(ZipArchiveEntry entry, boolean isNotUtf8)
      throws UnreadableFileException, IOException {
    Member member = new Member(zip, entry);
    if (entry.getSize() == 0) {
      throw new UnreadableFileException("FILE_EMPTY", "has no byte", REPACK);
    }
    byte[] head = TextEncoding.head(member);
    OtherFormats.requireNone(head);
    if (isZip(head) || Signatures.startsWith(head, Biff8File.MARK)) {
      return workbook(entry, member, head);
    }
    TextFile.Recognised text = TextFile.recognise(head, TextEncoding.of(head, isNotUtf8));
    SourceSheet sheet = TextFile.sheet(entry.getName(), member, text, TextSlice.WHOLE);
    return new SourceFile(text.evidence(), List.of(sheet), () -> {});
  }

  private static SourceFile workbook(ZipArchiveEntry entry, Member member, byte[] head)
      throws UnreadableFileException, IOException {
    if (entry.getSize() > LARGEST_WORKBOOK) {
      throw new UnreadableFileException(
          "FILE_TOO_LARGE",
          "holds a workbook of %d bytes, at most %d are read inside a zip"
              .formatted(entry.getSize(), LARGEST_WORKBOOK),
          "Deliver the workbook without a zip.");
    }
    byte[] content;
    try (InputStream in = member.open(0)) {
      content = in.readAllBytes();
    }
    DeliveredBytes bytes = DeliveredBytes.of(content);
    if (!isZip(head)) {
      return Biff8File.open(bytes, entry.getName() + "/");
    }
    try (ZipContainer inner = open(bytes)) {
      if (!inner.isWorkbook()) {
        throw new UnreadableFileException(UNSAFE, "is another zip", REPACK);
      }
      inner.requireNoOtherFormat();
      inner.requireSafeParts();
      return OoxmlFile.open(bytes, inner.sharedStringBytes(), entry.getName() + "/");
    }
  }

  private List<ZipArchiveEntry> safeMembers() throws UnreadableFileException {
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    if (all.size() > MOST_MEMBERS) {
      throw new UnreadableFileException(
          UNSAFE,
          "holds %d files, at most %d are read".formatted(all.size(), MOST_MEMBERS),
          REPACK);
    }
    requireSafe(all);
    List<ZipArchiveEntry> members = new ArrayList<>();
    for (ZipArchiveEntry entry : all) {
      if (!entry.isDirectory() && !isOfTheSystem(entry.getName())) {
        members.add(entry);
      }
    }
    members.sort((a, b) -> a.getName().compareTo(b.getName()));
    return members;
  }

  /** Refuses a workbook whose parts are bombs, share bytes or have names that climb. */
  void requireSafeParts() throws UnreadableFileException {
    List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
    requireSafe(parts);
    for (ZipArchiveEntry part : parts) {
      try (InputStream in = new Member(zip, part).open(0)) {
        WorkbookPart.require(part.getName(), in);
      } catch (DamagedMemberException e) {
        throw e.reason().ofPart(part.getName());
      } catch (IOException e) {
        throw UnreadableFileException.of(
            "FILE_TRUNCATED",
            "holds a part " + printable(part.getName()) + " that cannot be unpacked",
            "Deliver the whole file again.",
            e);
      }
    }
  }

  /** Refuses documents and workbooks of other kinds that are zips too. */
  void requireNoOtherFormat() throws UnreadableFileException {
    for (String[] other : OTHER_FORMATS) {
      if (zip.getEntry(other[0]) != null) {
        throw new UnreadableFileException(
            "FORMAT_UNKNOWN",
            "is " + other[1] + ", whatever its name says",
            "Open it in Excel or WPS, save the table as .xlsx and deliver it again.");
      }
    }
  }

  private void requireSafe(List<ZipArchiveEntry> all) throws UnreadableFileException {
    if (zip.getFirstLocalFileHeaderOffset() > 0) {
      throw new UnreadableFileException(
          UNSAFE,
          "holds %d bytes before its first member, as two zips one behind the other do"
              .formatted(zip.getFirstLocalFileHeaderOffset()),
          REPACK);
    }
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : all) {
      String name = entry.getName();
      if (isOutside(name)) {
        throw new UnreadableFileException(
            UNSAFE, "names a member " + printable(name) + ", which is no plain file name", REPACK);
      }
      if (!names.add(Normalizer.normalize(name, Normalizer.Form.NFC))) {
        throw new UnreadableFileException(
            UNSAFE, "holds two members named " + printable(name), REPACK);
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new UnreadableFileException(
            "FORMAT_UNKNOWN",
            "is protected by a password",
            "Pack it without a password and deliver it again.");
      }
      if (!METHODS.contains(entry.getMethod()) || entry.isUnixSymlink()) {
        throw new UnreadableFileException(
            UNSAFE, "holds " + printable(name) + ", which is packed in an unusual way", REPACK);
      }
      requireHarmless(printable(name), entry.getCompressedSize(), entry.getSize());
    }
    requireApart(all);
    requireHarmless(
        "members",
        all.stream().mapToLong(ZipArchiveEntry::getCompressedSize).sum(),
        all.stream().mapToLong(ZipArchiveEntry::getSize).sum());
  }

  private static void requireHarmless(String what, long packed, long size)
      throws UnreadableFileException {
    if (size > HARMLESS && size / Math.max(packed, 1) > LARGEST_RATIO) {
      throw new UnreadableFileException(
          UNSAFE,
          "holds %s, whose %d bytes would grow to %d".formatted(what, packed, size),
          REPACK);
    }
  }

  /** Bytes that belong to several members make a small zip a large one. */
  private static void requireApart(List<ZipArchiveEntry> all) throws UnreadableFileException {
    List<ZipArchiveEntry> inOrder = new ArrayList<>(all);
    inOrder.sort(Comparator.comparingLong(ZipArchiveEntry::getDataOffset));
    for (int i = 1; i < inOrder.size(); i++) {
      ZipArchiveEntry before = inOrder.get(i - 1);
      ZipArchiveEntry entry = inOrder.get(i);
      boolean isSameStart = before.getDataOffset() == entry.getDataOffset();
      if (isSameStart
          || before.getDataOffset() + before.getCompressedSize() > entry.getDataOffset()) {
        throw new UnreadableFileException(
            UNSAFE,
            "holds %s and %s, whose bytes overlap"
                .formatted(printable(before.getName()), printable(entry.getName())),
            REPACK);
      }
    }
  }

  /** Absolute, climbing, with a drive letter, or with characters that no one can see. */
  private static boolean isOutside(String name) {
    boolean isClimbing = List.of(name.split("[/\\\\]", -1)).contains("..");
    boolean isAbsolute =
        name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
    boolean isInvisible =
        name.isEmpty()
            || name.codePoints()
                .map(Character::getType)
                .anyMatch(type -> type == Character.CONTROL || type == Character.FORMAT);
    return isClimbing || isAbsolute || isInvisible;
  }

  /** What operating systems add by themselves. */
  private static boolean isOfTheSystem(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
  }

  static String printable(String name) {
    return name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The bytes of one member. */
  private record Member(ZipFile zip, ZipArchiveEntry entry) implements DeliveredBytes {
    @Override
    public long size() {
      return entry.getSize();
    }

    @Override
    public InputStream open(long from) throws IOException {
      InputStream in = new Guarded(zip.getInputStream(entry), entry);
      in.skipNBytes(from);
      return in;
    }

    @Override
    public Optional<File> file() {
      return Optional.empty();
    }
  }

  /** Ends a member that is larger or smaller than its directory entry says, or was changed. */
  private static final class Guarded extends FilterInputStream {
    private final ZipArchiveEntry entry;
    private final CRC32 sum = new CRC32();
    private long read;

    Guarded(InputStream in, ZipArchiveEntry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count;
      try {
        count = super.read(buffer, offset, length);
      } catch (IOException e) {
        throw damaged("FILE_TRUNCATED", "cannot be unpacked behind byte " + read);
      }
      if (count > 0) {
        read += count;
        sum.update(buffer, offset, count);
      }
      if (read > entry.getSize()) {
        throw damaged(UNSAFE, "is larger than the %d bytes it says".formatted(entry.getSize()));
      }
      if (count < 0 && read < entry.getSize()) {
        throw damaged(
            "FILE_TRUNCATED", "ends after %d of %d bytes".formatted(read, entry.getSize()));
      }
      if (count < 0 && sum.getValue() != entry.getCrc()) {
        throw damaged("FILE_TRUNCATED", "does not agree with its check sum");
      }
      return count;
    }

    private static DamagedMemberException damaged(String code, String message) {
      return new DamagedMemberException(
          new UnreadableFileException(
              code, message, "Pack the extract's files anew and deliver the zip again."));
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] buffer = new byte[(int) Math.min(count, 1 << 16)];
      int skipped = read(buffer, 0, buffer.length);
      return Math.max(skipped, 0);
    }
  }
}
