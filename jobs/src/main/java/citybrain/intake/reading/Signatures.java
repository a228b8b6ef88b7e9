package citybrain.intake.reading;

/** The bytes a file begins with. */
final class Signatures {
  private Signatures() {}

  static boolean startsWith(byte[] content, byte[] mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
