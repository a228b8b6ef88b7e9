package citybrain.simulation.delivery;

import citybrain.contract.DeliveryForm.Encoding;
import citybrain.contract.DeliveryForm.Format;
import citybrain.simulation.file.DelimitedFile;
import citybrain.simulation.file.WorkbookFile;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A delimited text file, or a zip of several: one header line, then one row per record. */
final class TextWriter implements TableWriter {
  private static final byte[] IN_NO_ENCODING = {(byte) 0xFF, (byte) 0xFF};
  private static final int CELLS_BEFORE_CUT = 2;

  private final PaperTable table;
  private final @Nullable FileFault fault;
  private final OutputStream file;
  private final @Nullable ZipOutputStream zip;
  private final List<PaperColumn> columns;
  private final int[] positions;
  private @Nullable DelimitedFile out;
  private String sheet = "";
  private int rows;
  private boolean isCut;

  /**
   * @param fault what shall be wrong with the file as a whole; null for nothing
   */
  TextWriter(PaperTable table, Path path, @Nullable FileFault fault) throws IOException {
    if (table.hasMeasures()) {
      throw new IllegalArgumentException(
          table.contract().path() + " has values across its header, which a text file cannot hold");
    }
    this.table = table;
    this.fault = fault;
    this.columns = fault == null ? table.columns() : fault.columnsLeft(table);
    this.positions = table.positions(columns);
    this.file = new BufferedOutputStream(Files.newOutputStream(path));
    boolean isZip = table.form().format() == Format.ZIP;
    this.zip = isZip ? new ZipOutputStream(file, StandardCharsets.UTF_8) : null;
  }

  @Override
  public void begin(String part) throws IOException {
    sheet = part;
    rows = 0;
    OutputStream target = file;
    if (zip != null) {
      ZipEntry entry = new ZipEntry(part);
      entry.setTimeLocal(WorkbookFile.ZIP_EPOCH);
      zip.putNextEntry(entry);
      target = new Unclosed(zip);
    }
    DelimitedFile.Encoding encoding =
        table.form().encoding() == Encoding.UTF_8_BOM
            ? DelimitedFile.Encoding.UTF_8_WITH_BYTE_ORDER_MARK
            : DelimitedFile.Encoding.GB18030;
    char delimiter = table.form().format() == Format.TSV ? '\t' : ',';
    DelimitedFile opened = new DelimitedFile(target, encoding, delimiter);
    opened.row(columns.stream().map(TextWriter::header).toList());
    out = opened;
  }

  private static String header(PaperColumn column) {
    return column.unit().isEmpty() ? column.header() : column.header() + "(" + column.unit() + ")";
  }

  @Override
  public String sheet() {
    return sheet;
  }

  @Override
  public int write(PaperRow row) throws IOException {
    DelimitedFile open = open();
    List<String> cells = new ArrayList<>();
    for (int position : positions) {
      cells.add(row.texts().get(position));
    }
    boolean isFaulty = isInText(fault) && Objects.requireNonNull(fault).row() == rows;
    rows++;
    if (isCut) {
      return 0;
    }
    return isFaulty ? writeFaulty(open, cells) : open.row(cells);
  }

  /** A zip that is cut off loses its end, whatever its files say. */
  private boolean isInText(@Nullable FileFault candidate) {
    return candidate != null
        && candidate.kind().isInText()
        && (zip == null || candidate.kind() != FileFault.Kind.TRUNCATED_FILE);
  }

  private int writeFaulty(DelimitedFile open, List<String> cells) throws IOException {
    switch (Objects.requireNonNull(fault).kind()) {
      case TRUNCATED_FILE -> {
        isCut = true;
        open.unfinishedRow(cells.subList(0, CELLS_BEFORE_CUT));
        return 0;
      }
      case UNCLOSED_QUOTE -> {
        return open.verbatim("\"" + String.join(",", cells));
      }
      case SHIFTED_ROW -> {
        List<String> shifted = new ArrayList<>(cells);
        shifted.add(1, "");
        return open.row(shifted);
      }
      case UNREADABLE_ENCODING -> {
        open.verbatim(IN_NO_ENCODING);
        return open.row(cells);
      }
      case MISSING_COLUMN, EMPTY_FILE, WRONG_FOLDER, LATE ->
          throw new IllegalStateException("No fault inside a text");
    }
    throw new IllegalStateException("No fault inside a text");
  }

  private DelimitedFile open() {
    return Objects.requireNonNull(out, "A file is begun before rows are written");
  }

  @Override
  public void end() throws IOException {
    open().close();
    if (zip != null) {
      zip.closeEntry();
    }
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    } else {
      file.close();
    }
  }

  /** An entry's end does not close its zip. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
