package citybrain.intake;

import java.util.Map;

/** What a department does about a failed check, in its language, by check id. */
final class Remedies {
  private static final String CORRECT_CELL = "对照原始资料改正该单元格后重报";

  private static final Map<String, String> BY_ID =
      Map.ofEntries(
          Map.entry("required", "补填该单元格；确实没有数据的，向数据管理部门说明"),
          Map.entry("type.date", "改为实际存在的日期，写作2020-09-01"),
          Map.entry("type.number", "只填数字，不带单位和文字；没有数据时填“—”"),
          Map.entry("type.integer", "改为整数"),
          Map.entry("type.period", "改为时期，写作2020年9月"),
          Map.entry("range.minimum", "核对数值和正负号，改正后重报"),
          Map.entry("range.digits", "核对数值和计量单位，改正后重报"),
          Map.entry("unit.unknown", "改为规范的计量单位，如万元、亿元、%"),
          Map.entry("unit.percent", "改为以%为单位的数值"),
          Map.entry("key.conflict", "只保留正确的一条，删除其余各条"),
          Map.entry("FILE_EMPTY", "补齐数据后重新报送该文件"),
          Map.entry("FILE_TOO_LARGE", "按时期拆分成几个文件报送"),
          Map.entry("FILE_TRUNCATED", "重新导出完整的文件后报送"),
          Map.entry("FILE_CHANGED", "文件写完后换一个名称或日期重新报送"),
          Map.entry("FORMAT_UNKNOWN", "另存为不加密的xlsx文件后重新报送"),
          Map.entry("ENCODING_UNKNOWN", "另存为xlsx，或UTF-8、GB18030编码的csv后重新报送"),
          Map.entry("SCHEMA_MISMATCH", "按数据合同补齐、改正表头或数据后重新报送"),
          Map.entry("WRONG_EXTRACT", "放到该报表自己的文件夹重新报送"),
          Map.entry("UNKNOWN_EXTRACT", "放到数据合同规定的文件夹，或先向数据管理部门登记该报表"));

  private Remedies() {}

  /** Never empty: a check without a remedy of its own has the general one. */
  static String of(String checkId) {
    if (checkId.startsWith("code.")) {
      return "改为代码表中的名称或代码";
    }
    return BY_ID.getOrDefault(checkId, CORRECT_CELL);
  }
}
