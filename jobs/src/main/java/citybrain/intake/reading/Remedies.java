package citybrain.intake.reading;

/** What a department can do about each kind of failed check. */
final class Remedies {
  private Remedies() {}

  static String of(String checkId) {
    String kind = checkId.contains(".") ? checkId.substring(0, checkId.indexOf('.')) : checkId;
    return switch (kind) {
      case "required" -> "补填该单元格后重新报送";
      case "type" -> "按数据规范要求的格式改正后重新报送";
      case "range" -> "核对数值及其计量单位，改正后重新报送";
      case "code" -> "改用代码表中的名称或代码后重新报送";
      case "check_digit" -> "对照证照核对号码，改正后重新报送";
      case "unit" -> "注明数据规范中的计量单位后重新报送";
      case "key" -> "只保留正确的一条记录，删除其余各条后重新报送";
      case "header" -> "补写或改正表头后重新报送；该列不应报送的请删除";
      case "hidden" -> "确认被隐藏的内容应当报送；不应报送的请删除后重新报送";
      default -> "核对后改正并重新报送";
    };
  }
}
