package citybrain.intake.reading;

import java.util.List;

/** A file as read, and what it was recognised by. */
record SourceFile(FileEvidence evidence, List<SourceSheet> sheets) {
  SourceFile {
    sheets = List.copyOf(sheets);
  }

  List<DeliveredRow> rows() {
    return sheets.stream().flatMap(sheet -> sheet.rows().stream()).toList();
  }
}
