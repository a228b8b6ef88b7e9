package citybrain.app;

import citybrain.contract.CodeList;
import citybrain.lake.Lake;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import citybrain.metric.Measure;
import citybrain.metric.MetricDefinition;
import citybrain.serving.CockpitNames;
import citybrain.serving.CockpitPage;
import citybrain.serving.CockpitReader;
import citybrain.serving.CockpitTables;
import citybrain.serving.CockpitWriter;
import citybrain.serving.ReleaseHeader;
import citybrain.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the cockpit page of the current release. */
final class CockpitJob {
  /** Growth series with a chart on the page, in its order. */
  private static final List<CockpitNames.Headline> HEADLINES =
      List.of(
          new CockpitNames.Headline("economy.retail_sales", Measure.YOY.code()),
          new CockpitNames.Headline("economy.industrial_value_added", Measure.YOY.code()),
          new CockpitNames.Headline("economy.exports", Measure.YOY.code()));

  private final Lake lake;
  private final Registry registry;

  CockpitJob(Lake lake, Registry registry) {
    this.lake = lake;
    this.registry = registry;
  }

  /**
   * Writes the page and returns where it is; an interrupted write leaves the page that was there.
   */
  Path write(Path file) throws IOException {
    ReleaseLog log = new ReleaseLog(lake);
    Release release = log.requireCurrent();
    CockpitTables tables =
        new CockpitTables(
            table(log, release, "gold", "metric_value"),
            table(log, release, "gold", "warning_light"),
            table(log, release, "gold", "target_progress"),
            table(log, release, "gold", "finding"),
            table(log, release, "quality", "delivery"),
            table(log, release, "quality", "reconciliation"));
    CockpitPage page = CockpitReader.read(tables, names(), ReleaseHeader.of(release));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(unfinished, CockpitWriter.html(page));
    return Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static Dataset<Row> table(ReleaseLog log, Release release, String layer, String name) {
    return log.read(release, new TableName(layer, name));
  }

  private CockpitNames names() {
    Map<String, CockpitNames.Metric> metrics = new LinkedHashMap<>();
    for (MetricDefinition metric : registry.metrics().definitions()) {
      metrics.put(metric.id(), new CockpitNames.Metric(metric.title().zh(), Unit.PERCENT));
    }
    Map<String, String> areas =
        registry.contracts().codeList("area").stream()
            .flatMap(list -> list.entries().stream())
            .collect(
                Collectors.toMap(CodeList.CodeEntry::code, CodeList.CodeEntry::zh, (a, b) -> a));
    return new CockpitNames(
        registry.policies().programmes(), registry.policies().rules(), metrics, HEADLINES, areas);
  }
}
