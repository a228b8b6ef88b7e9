package citybrain.contract;

/** What a contract makes of one verbatim cell. */
public sealed interface CellReading {

  /**
   * The cell holds a value.
   *
   * @param canonical ISO date, plain decimal, period code, list code or trimmed text
   */
  record Value(String canonical) implements CellReading {}

  /**
   * The cell is blank or holds a null token of the contract: nothing is known, which is not zero.
   */
  record Missing() implements CellReading {}

  /**
   * The cell cannot be read as its column's type.
   *
   * @param checkId which check failed, for example {@code type.date}
   * @param reasonZh the reason as the department is told it
   * @param isWrongType true when the text has the wrong type, false when the value breaks a rule
   *     (code list, range)
   */
  record Failure(String checkId, String reasonZh, boolean isWrongType) implements CellReading {
    private static final int LONGEST = 300;
    private static final int SHOWN_OF_THE_END = 60;

    /** A reason is for people: a value of a million letters is shown by its ends. */
    public Failure {
      if (reasonZh.length() > LONGEST) {
        reasonZh =
            reasonZh.substring(0, LONGEST - SHOWN_OF_THE_END)
                + "……"
                + reasonZh.substring(reasonZh.length() - SHOWN_OF_THE_END);
      }
    }
  }
}
