package citybrain.serving.feedback;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal in the words of its reader, from the message that the intake keeps of it. */
final class RefusalText {
  private static final Pattern CODED = Pattern.compile("([A-Z][A-Z0-9_]*): .*", Pattern.DOTALL);

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("FILE_EMPTY", "文件没有内容，或表头之下没有数据。"),
          Map.entry("FILE_TOO_LARGE", "文件太大，无法读取。"),
          Map.entry("FILE_TRUNCATED", "文件不完整：传输或导出时被截断，或有一个引号没有结束。"),
          Map.entry("FILE_CHANGED", "接收过程中文件被改动。"),
          Map.entry("FORMAT_UNKNOWN", "文件格式无法识别，或设有密码。"),
          Map.entry("ENCODING_UNKNOWN", "文件的文字编码无法识别。"),
          Map.entry("SCHEMA_MISMATCH", "文件的表头、列数或数据类型与数据合同不符。"),
          Map.entry("WRONG_EXTRACT", "文件内容属于另一张报表，放错了文件夹。"),
          Map.entry("UNKNOWN_EXTRACT", "文件所在的文件夹没有对应的数据合同。"));

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("FILE_EMPTY", "补齐数据后重新报送该文件"),
          Map.entry("FILE_TOO_LARGE", "按时期拆分成几个文件报送"),
          Map.entry("FILE_TRUNCATED", "重新导出完整的文件后报送"),
          Map.entry("FILE_CHANGED", "文件写完后换一个名称或日期重新报送"),
          Map.entry("FORMAT_UNKNOWN", "另存为不加密的xlsx文件后重新报送"),
          Map.entry("ENCODING_UNKNOWN", "另存为xlsx，或UTF-8、GB18030编码的csv后重新报送"),
          Map.entry("SCHEMA_MISMATCH", "按数据合同补齐、改正表头或数据后重新报送"),
          Map.entry("WRONG_EXTRACT", "放到该报表自己的文件夹重新报送"),
          Map.entry("UNKNOWN_EXTRACT", "放到数据合同规定的文件夹，或先向数据管理部门登记该报表"));

  /** Phrases of the intake's message that a department has to understand to correct its file. */
  private enum Phrase {
    MISSING("column ([^;]+?) is missing", "缺少列“%s”"),
    REPEATED("column ([^;]+?) stands more than once", "列“%s”重复出现"),
    WRONG_TYPE(
        "column ([^;]+?) has (\\d+) of (\\d+) values that are no [a-z ]+, first \"(.*?)\" in ([^;]+?)(?=;|\\. Nothing)",
        "列“%s”的%s个错误值超过允许比例（共%s个值），第一个是“%s”，位置%s"),
    RAGGED(
        "the row in line (\\d+) has (\\d+) cells, the header (\\d+)",
        "第%s行有%s个单元格，表头有%s个，可能多了或少了分隔符");

    private final Pattern pattern;
    private final String zh;

    Phrase(String pattern, String zh) {
      this.pattern = Pattern.compile(pattern);
      this.zh = zh;
    }

    List<String> in(String message) {
      return pattern.matcher(message).results().map(found -> zh.formatted(groups(found))).toList();
    }

    private static Object[] groups(java.util.regex.MatchResult found) {
      Object[] groups = new Object[found.groupCount()];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = found.group(i + 1);
      }
      return groups;
    }
  }

  private RefusalText() {}

  /**
   * @param message {@code CODE: subject, what was found. What to do.}
   */
  static String title(String message) {
    return TITLES.getOrDefault(code(message), "文件未被接收。");
  }

  /** What the department can do. */
  static String remedy(String message) {
    return REMEDIES.getOrDefault(code(message), "按系统记录改正后重新报送");
  }

  private static String code(String message) {
    Matcher coded = CODED.matcher(message);
    return coded.matches() ? coded.group(1) : "";
  }

  /** What exactly does not fit, one phrase each; empty when the title says all. */
  static List<String> details(String message) {
    return java.util.Arrays.stream(Phrase.values())
        .flatMap(phrase -> phrase.in(message).stream())
        .toList();
  }
}
