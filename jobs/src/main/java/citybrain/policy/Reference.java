package citybrain.policy;

/**
 * Where a value is printed.
 *
 * @param document the document's number, for example 青政办发〔2020〕12号
 * @param place article or annex row, for example 第十四条第一款
 */
public record Reference(String document, String place) {
  public Reference {
    if (document.isBlank() || place.isBlank()) {
      throw new IllegalArgumentException("A reference names document and place");
    }
  }

  @Override
  public String toString() {
    return document + " " + place;
  }
}
