package citybrain.serving.feedback;

/** How much room a text takes in a column, in Latin characters; a Chinese one takes two. */
final class TextWidth {
  private static final char FIRST_WIDE = '\u2E80';

  private TextWidth() {}

  static int of(String text) {
    return text.chars().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
  }
}
