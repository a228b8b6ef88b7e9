package citybrain.serving;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML so that text can never become markup: the only way to put a caller's words on a page
 * is {@link #text} or an attribute, and both escape. Tags are closed in order, or not at all.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens a tag.
   *
   * @param attributes name, value, name, value …; an empty value is written as a bare attribute
   */
  Markup open(String tag, String... attributes) {
    tag(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the innermost tag. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the innermost {@code count} tags. */
  Markup close(int count) {
    for (int i = 0; i < count; i++) {
      close();
    }
    return this;
  }

  /** A tag that has neither text nor an end, for example {@code meta}. */
  Markup empty(String tag, String... attributes) {
    tag(tag, attributes);
    return this;
  }

  /** A tag around a text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** The page's own script or style, which no escaping may touch: never a caller's words. */
  Markup source(String tag, String ownSource) {
    out.append('<').append(tag).append('>').append(ownSource);
    out.append("</").append(tag).append('>');
    return this;
  }

  String html() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Tags left open: " + open);
    }
    return out.toString();
  }

  private void tag(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("An attribute of " + tag + " has no value");
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.append("=\"").append(escape(attributes[i + 1])).append('"');
      }
    }
    out.append('>');
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
