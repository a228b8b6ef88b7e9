package citybrain.policy;

/** How a number is held against a bound: Chinese legal usage, with the ends it includes. */
public enum Comparison {
  /** 以上、不低于、不少于、达到. */
  AT_LEAST,
  /** 超过、高于. */
  ABOVE,
  /** 不超过、不高于；以下 where the document includes the number. */
  AT_MOST,
  /** 以下、低于、不满. */
  BELOW,
  /** 左右、约: no exact bound. */
  ABOUT,
  /** A bare number. */
  EXACTLY,
  /** From one number to another, both included. */
  RANGE
}
