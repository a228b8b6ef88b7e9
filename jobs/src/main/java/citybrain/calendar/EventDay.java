package citybrain.calendar;

/** Whether a time limit counts the day that it starts from. */
public enum EventDay {
  /** It runs from the next day: the rule (民法典第二百零一条第一款). */
  NOT_COUNTED,
  /**
   * It runs from that very day: a term of office or of validity with a printed first day. Three
   * years from 2020-10-01 end on 2023-09-30, as 青政字〔2020〕23号 prints it.
   */
  COUNTED
}
