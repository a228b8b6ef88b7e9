package citybrain.metric;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Observations of national retail sales as rows of silver/statistical_observation. */
final class ObservationRows {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "indicator_code STRING, area_code STRING, period STRING, period_type STRING,"
              + " period_start DATE, period_end DATE, level DECIMAL(28,8), cumulative DECIMAL(28,8),"
              + " yoy_published DECIMAL(28,8), ytd_yoy_published DECIMAL(28,8), unit STRING,"
              + " indicator_name STRING, source_name STRING, source_extract STRING,"
              + " known_from DATE, known_to DATE, is_simulated BOOLEAN, file_sha256 STRING,"
              + " file STRING, sheet STRING, row INT, cell STRING, batch_id STRING");

  private ObservationRows() {}

  static Dataset<Row> of(SparkSession spark, List<Observation> observations) {
    return spark.createDataFrame(observations.stream().map(ObservationRows::row).toList(), SCHEMA);
  }

  private static Row row(Observation observation) {
    Evidence evidence = observation.evidence();
    return RowFactory.create(
        "retail_sales",
        SeriesFixture.NATION,
        observation.period(),
        observation.type().code(),
        Date.valueOf(observation.start()),
        Date.valueOf(observation.end()),
        observation.level(),
        observation.cumulative(),
        observation.yoyPublished(),
        observation.ytdYoyPublished(),
        observation.unit(),
        "社会消费品零售总额",
        "国家统计局",
        "stat_monthly",
        Date.valueOf(observation.knownFrom()),
        null,
        observation.isSimulated(),
        evidence.fileSha256(),
        evidence.file(),
        evidence.sheet(),
        evidence.row(),
        evidence.cell(),
        "batch");
  }
}
