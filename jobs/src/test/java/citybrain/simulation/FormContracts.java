package citybrain.simulation;

import citybrain.contract.ContractRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A registry of made-up extracts: the same columns, one of every type, in every form that a
 * department sends, each from a department with habits of its own.
 */
final class FormContracts {
  private static final String EVIDENCE =
      """
            - { name: known_from, businessName: known_from, description: known_from, logicalType: date, physicalType: DATE, required: true, classification: public }
            - { name: known_to, businessName: known_to, description: known_to, logicalType: date, physicalType: DATE, classification: public }
            - { name: is_simulated, businessName: is_simulated, description: is_simulated, logicalType: boolean, physicalType: BOOLEAN, required: true, classification: public }
            - { name: file_sha256, businessName: file_sha256, description: file_sha256, logicalType: string, physicalType: STRING, required: true, classification: public }
            - { name: file, businessName: file, description: file, logicalType: string, physicalType: STRING, required: true, classification: public }
            - { name: sheet, businessName: sheet, description: sheet, logicalType: string, physicalType: STRING, required: true, classification: public }
            - { name: row, businessName: row, description: row, logicalType: integer, physicalType: INT, required: true, classification: public }
            - { name: cell, businessName: cell, description: cell, logicalType: string, physicalType: STRING, classification: public }
            - { name: arrival, businessName: arrival, description: arrival, logicalType: integer, physicalType: BIGINT, required: true, classification: public }
            - { name: batch_id, businessName: batch_id, description: batch_id, logicalType: string, physicalType: STRING, required: true, classification: public }
      """;

  private static final String LIST_COLUMNS =
      """
            - { name: id, businessName: 编号, description: id, logicalType: string, physicalType: text, primaryKey: true, primaryKeyPosition: 1, required: true, classification: internal, customProperties: [{ property: cellType, value: text }] }
            - { name: period, businessName: 月份, description: period, logicalType: string, physicalType: text, primaryKey: true, primaryKeyPosition: 2, required: true, classification: internal, customProperties: [{ property: cellType, value: period }] }
            - { name: person, businessName: 身份证号, description: person, logicalType: string, physicalType: text, classification: personal, customProperties: [{ property: cellType, value: resident_id }] }
            - { name: firm, businessName: 统一社会信用代码, description: firm, logicalType: string, physicalType: text, required: true, classification: internal, customProperties: [{ property: cellType, value: credit_code }] }
            - { name: area_code, businessName: 区市, description: area_code, logicalType: string, physicalType: text, required: true, classification: public, customProperties: [{ property: codeList, value: area }, { property: headerAliases, value: [{ text: 所属区市, from: 2020-03-01 }] }] }
            - { name: started_on, businessName: 开始日期, description: started_on, logicalType: date, physicalType: text, required: true, classification: public, customProperties: [{ property: cellType, value: date }] }
            - { name: ended_on, businessName: 结束日期, description: ended_on, logicalType: date, physicalType: text, classification: public, customProperties: [{ property: cellType, value: date }] }
            - { name: noted_at, businessName: 登记时间, description: noted_at, logicalType: timestamp, physicalType: text, classification: public, customProperties: [{ property: cellType, value: timestamp }] }
            - { name: is_open, businessName: 是否公开, description: is_open, logicalType: boolean, physicalType: text, classification: public, customProperties: [{ property: cellType, value: boolean }] }
            - { name: remark, businessName: 备注, description: remark, logicalType: string, physicalType: text, classification: public, customProperties: [{ property: cellType, value: text }] }
            - { name: heads, businessName: 人数, description: heads, logicalType: integer, physicalType: text, classification: public, logicalTypeOptions: { minimum: 0, maximum: 5000 }, customProperties: [{ property: cellType, value: integer }] }
            - { name: due, businessName: 应付金额(万元), description: due, logicalType: number, physicalType: text, classification: public, logicalTypeOptions: { minimum: 0 }, customProperties: [{ property: cellType, value: decimal }, { property: sourceUnit, value: { fixed: 万元 } }] }
            - { name: paid, businessName: 已付金额(元), description: paid, logicalType: number, physicalType: text, classification: public, logicalTypeOptions: { minimum: 0 }, customProperties: [{ property: cellType, value: decimal }, { property: sourceUnit, value: { fixed: 元 } }] }
            - { name: unit, businessName: 计量单位, description: unit, logicalType: string, physicalType: text, required: true, classification: public, customProperties: [{ property: cellType, value: unit }] }
            - { name: amount, businessName: 产值, description: amount, logicalType: number, physicalType: text, classification: public, customProperties: [{ property: cellType, value: decimal }, { property: sourceUnit, value: { column: unit } }] }
            - { name: stock, businessName: 库存, description: stock, logicalType: number, physicalType: text, classification: public, customProperties: [{ property: cellType, value: decimal }, { property: sourceUnit, value: { header: "" } }] }
            - { name: share, businessName: 占比, description: share, logicalType: number, physicalType: text, classification: public, logicalTypeOptions: { minimum: 0, maximum: 100 }, customProperties: [{ property: cellType, value: percent }, { property: sourceUnit, value: { fixed: "%" } }] }
      """;

  private static final String LIST_CHECKS =
      check("ended_after_start", "error", "ended_on >= started_on", "[started_on, ended_on]")
          + check("paid_not_above_due", "warning", "paid <= due", "[due, paid]")
          + check("open_has_time", "error", "noted_at is not null or not is_open", "[is_open]");

  private static final String LIST_TABLE =
      """
            - { name: id, businessName: id, description: id, logicalType: string, physicalType: STRING, primaryKey: true, primaryKeyPosition: 1, required: true, classification: internal }
            - { name: period, businessName: period, description: period, logicalType: string, physicalType: STRING, primaryKey: true, primaryKeyPosition: 2, required: true, classification: internal }
            - { name: person, businessName: person, description: person, logicalType: string, physicalType: STRING, classification: personal }
            - { name: firm, businessName: firm, description: firm, logicalType: string, physicalType: STRING, required: true, classification: internal }
            - { name: area_code, businessName: area_code, description: area_code, logicalType: string, physicalType: STRING, required: true, classification: public, customProperties: [{ property: codeList, value: area }] }
            - { name: started_on, businessName: started_on, description: started_on, logicalType: date, physicalType: DATE, required: true, classification: public }
            - { name: ended_on, businessName: ended_on, description: ended_on, logicalType: date, physicalType: DATE, classification: public }
            - { name: noted_at, businessName: noted_at, description: noted_at, logicalType: timestamp, physicalType: TIMESTAMP, classification: public, customProperties: [{ property: cellType, value: timestamp }] }
            - { name: is_open, businessName: is_open, description: is_open, logicalType: boolean, physicalType: BOOLEAN, classification: public }
            - { name: remark, businessName: remark, description: remark, logicalType: string, physicalType: STRING, classification: public }
            - { name: heads, businessName: heads, description: heads, logicalType: integer, physicalType: BIGINT, classification: public }
            - { name: due, businessName: due, description: due, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: paid, businessName: paid, description: paid, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: amount, businessName: amount, description: amount, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: stock, businessName: stock, description: stock, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: share, businessName: share, description: share, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
      """;

  private static final String ACROSS_COLUMNS =
      """
            - { name: line, businessName: 序号, description: line, logicalType: string, physicalType: text, classification: public, customProperties: [{ property: cellType, value: text }, { property: headerOptional, value: true }] }
            - { name: section, businessName: 分类, description: section, logicalType: string, physicalType: text, classification: public, customProperties: [{ property: cellType, value: text }, { property: headerOptional, value: true }] }
            - { name: item, businessName: 产业, description: item, logicalType: string, physicalType: text, primaryKey: true, primaryKeyPosition: 1, required: true, classification: public, customProperties: [{ property: codeList, value: industry_grouping }] }
            - { name: area_code, businessName: 地区, description: area_code, logicalType: string, physicalType: text, primaryKey: true, primaryKeyPosition: 2, required: true, classification: public, customProperties: [{ property: codeList, value: area }, { property: place, value: heading }] }
            - { name: period, businessName: 时期, description: period, logicalType: string, physicalType: text, primaryKey: true, primaryKeyPosition: 3, required: true, classification: public, customProperties: [{ property: cellType, value: period }, { property: place, value: across }] }
            - { name: level, businessName: 当期值, description: level, logicalType: number, physicalType: text, classification: public, logicalTypeOptions: { minimum: 0 }, customProperties: [{ property: cellType, value: decimal }, { property: place, value: below_across }, { property: sourceUnit, value: { header: "" } }] }
            - { name: cumulative, businessName: 累计值, description: cumulative, logicalType: number, physicalType: text, classification: public, customProperties: [{ property: cellType, value: decimal }, { property: place, value: below_across }, { property: sourceUnit, value: { header: "" } }] }
            - { name: growth, businessName: 同比增长, description: growth, logicalType: number, physicalType: text, classification: public, customProperties: [{ property: cellType, value: percent }, { property: place, value: below_across }, { property: sourceUnit, value: { header: "%" } }] }
      """;

  private static final String ACROSS_CHECKS =
      check("cumulative_not_below_level", "error", "cumulative >= level", "[level, cumulative]")
          + check("growth_possible", "error", "growth >= -100", "[growth]");

  private static final String ACROSS_TABLE =
      """
            - { name: item, businessName: item, description: item, logicalType: string, physicalType: STRING, primaryKey: true, primaryKeyPosition: 1, required: true, classification: public, customProperties: [{ property: codeList, value: industry_grouping }] }
            - { name: area_code, businessName: area_code, description: area_code, logicalType: string, physicalType: STRING, primaryKey: true, primaryKeyPosition: 2, required: true, classification: public, customProperties: [{ property: codeList, value: area }] }
            - { name: period, businessName: period, description: period, logicalType: string, physicalType: STRING, primaryKey: true, primaryKeyPosition: 3, required: true, classification: public }
            - { name: level, businessName: level, description: level, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: cumulative, businessName: cumulative, description: cumulative, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
            - { name: growth, businessName: growth, description: growth, logicalType: number, physicalType: "DECIMAL(28,8)", classification: public }
      """;

  /** A form, and the department that uses it. */
  enum Form {
    CSV_GB18030("市税务局", "csv", "GB18030", "list", false),
    CSV_UTF8("救助基金运行管理机构", "csv", "UTF-8-BOM", "list", false),
    TSV("青岛海关", "tsv", "GB18030", "list", false),
    ZIP("医疗机构", "zip", "GB18030", "list", false),
    XLSX_LIST("市公安局", "xlsx", "", "list", false),
    XLSX_PRINT("市农业农村局", "xlsx", "", "print", false),
    XLS_PRINT("园区", "xls", "", "print", false),
    XLSX_ACROSS("市财政局", "xlsx", "", "print", true),
    XLS_ACROSS("市统计局", "xls", "", "print", true);

    private final String department;
    private final String format;
    private final String encoding;
    private final String presentation;
    private final boolean isAcross;

    Form(String department, String format, String encoding, String presentation, boolean isAcross) {
      this.department = department;
      this.format = format;
      this.encoding = encoding;
      this.presentation = presentation;
      this.isAcross = isAcross;
    }

    String department() {
      return department;
    }

    String extract() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isAcross() {
      return isAcross;
    }
  }

  private FormContracts() {}

  /** Writes the registry below {@code root} and reads it. */
  static ContractRegistry load(Path root) {
    try {
      for (String folder : List.of("meta", "codes")) {
        Path target = Files.createDirectories(root.resolve("schemas").resolve(folder));
        try (Stream<Path> files = Files.list(Path.of("..", "schemas", folder))) {
          for (Path file : files.toList()) {
            Files.copy(file, target.resolve(String.valueOf(file.getFileName())));
          }
        }
      }
      table(root, "form_list", LIST_TABLE);
      table(root, "form_across", ACROSS_TABLE);
      for (Form form : Form.values()) {
        extract(root, form);
      }
      return ContractRegistry.load(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void table(Path root, String name, String columns) throws IOException {
    Path folder = Files.createDirectories(root.resolve("schemas/silver"));
    Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: silver-%s
        name: %s
        version: 1.0.0
        status: active
        schema:
          - name: %s
            businessName: 试表
            logicalType: object
            physicalType: table
            properties:
        """
                .formatted(name, name, name)
            + columns.indent(2)
            + EVIDENCE.indent(2));
  }

  private static void extract(Path root, Form form) throws IOException {
    Path folder =
        Files.createDirectories(root.resolve("schemas/extracts").resolve(form.department));
    String encoding =
        form.encoding.isEmpty() ? "" : "  - { property: encoding, value: " + form.encoding + " }\n";
    String head =
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: extract-%1$s
        name: %1$s
        version: 1.0.0
        status: active
        team: { name: %2$s, description: 试报 }
        slaProperties: [{ property: latency, value: 8, unit: workday, description: 月后第8个工作日 }]
        customProperties:
          - { property: department, value: %2$s }
          - { property: format, value: %3$s }
          - { property: presentation, value: %4$s }
        %5$s  - { property: cadence, value: month }
          - { property: targetTable, value: %6$s }
          - { property: refuseAboveShare, value: "0.02" }
          - { property: nullTokens, value: ["—", "-", "/", "…"] }
        schema:
          - name: %1$s
            businessName: 试报表
            logicalType: object
            physicalType: text
            properties:
        """
            .formatted(
                form.extract(),
                form.department,
                form.format,
                form.presentation,
                encoding,
                form.isAcross ? "form_across" : "form_list");
    String body =
        (form.isAcross ? ACROSS_COLUMNS : LIST_COLUMNS).indent(2)
            + "    quality:\n"
            + (form.isAcross ? ACROSS_CHECKS : LIST_CHECKS);
    Files.writeString(folder.resolve(form.extract() + ".yaml"), head + body);
  }

  private static String check(String name, String severity, String expression, String columns) {
    return """
              - type: custom
                engine: citybrain
                name: %s
                dimension: consistency
                severity: %s
                implementation: "%s"
                description: "数据不一致"
                customProperties:
                  - { property: remedy, value: "核对后重报" }
                  - { property: columns, value: %s }
        """
        .formatted(name, severity, expression, columns)
        .indent(0);
  }
}
