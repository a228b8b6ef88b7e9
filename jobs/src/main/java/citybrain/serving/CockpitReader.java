package citybrain.serving;

/**
 * Reads what the cockpit page shows from the gold and quality tables of one release. Rows are
 * filtered and counted in Spark; what is collected fits a page, whatever the size of the lake.
 */
public final class CockpitReader {
  private CockpitReader() {}

  /**
   * The page's data.
   *
   * @throws citybrain.problem.ProblemException {@code CODE_UNKNOWN} when a light or verdict is none
   *     of the closed sets; {@code INDICATOR_UNKNOWN} when progress is stored for an indicator that
   *     no programme of {@code names} has
   */
  public static CockpitPage read(CockpitTables tables, CockpitNames names, ReleaseHeader header) {
    return new CockpitPage(
        header,
        new CockpitPage.Economy(
            SignalReader.read(tables.lights(), names),
            TrendReader.read(tables.metricValues(), names)),
        ProgressReader.read(tables.progress(), names),
        FindingReader.read(tables.findings(), names, header.asOf()),
        QualityReader.read(tables.deliveries(), tables.reconciliation(), header.asOf()));
  }
}
