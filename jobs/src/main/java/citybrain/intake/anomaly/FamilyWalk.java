package citybrain.intake.anomaly;

import citybrain.contract.Contract;
import citybrain.intake.anomaly.Groupings.Grouping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Judges family after family of a partition that is sorted by family; one is held at a time. */
final class FamilyWalk implements Iterator<Row> {
  private final Contract table;
  private final Groupings groupings;
  private final FoundRows rows;
  private final Iterator<Row> records;
  private final CopiedColumn copies = new CopiedColumn();
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private @Nullable Row ahead;
  private boolean isCounted;

  FamilyWalk(Contract table, Groupings groupings, FoundRows rows, Iterator<Row> records) {
    this.table = table;
    this.groupings = groupings;
    this.rows = rows;
    this.records = records;
    this.ahead = next(records);
  }

  private static @Nullable Row next(Iterator<Row> records) {
    return records.hasNext() ? records.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !isCounted) {
      if (ahead == null) {
        copies.counts().forEach(found -> ready.add(rows.row(found)));
        isCounted = true;
      } else {
        judge(ahead);
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void judge(Row first) {
    String family = first.getAs(FoundRows.FAMILY);
    List<SeriesRecord> members = new ArrayList<>();
    Row record = first;
    while (record != null && record.<String>getAs(FoundRows.FAMILY).equals(family)) {
      members.add(rows.record(record));
      record = next(records);
    }
    ahead = record;
    Grouping grouping =
        groupings.all().get(Integer.parseInt(family.substring(0, family.indexOf('\u0001'))));
    new SeriesFamily(table, members, copies)
        .judge(grouping.checks())
        .forEach(found -> ready.add(rows.row(found)));
  }
}
