package citybrain.policy;

import citybrain.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The documents of a registry, and whether a reference leads to one of them. */
final class PolicyDocuments {
  private final List<Problem> problems;
  private final List<PolicyDocument> documents = new ArrayList<>();

  /** By number, for every document that names one, even where the rest of it does not fit. */
  private final Map<String, PolicyFile> files = new HashMap<>();

  /** Places of method statements by number; a gazette document's articles are not kept. */
  private final Map<String, Set<String>> articles = new HashMap<>();

  PolicyDocuments(List<Problem> problems) {
    this.problems = problems;
  }

  void add(PolicyFile file) {
    String number = file.tree().path("number").asText("");
    if (number.isEmpty()) {
      return;
    }
    PolicyFile other = files.putIfAbsent(number, file);
    if (other != null) {
      problems.add(
          new Problem(
              "POLICY_ID_TWICE",
              file.subject(),
              "has the number " + number + " of " + other.subject(),
              "Keep one folder per document."));
    }
    if (file.tree().has("articles")) {
      Set<String> places = new HashSet<>();
      file.tree().get("articles").forEach(article -> places.add(article.path("place").asText()));
      articles.put(number, places);
    }
    file.fitItems().forEach(tree -> documents.add(document(file, tree)));
  }

  /** Holds the documents' own references, once all documents are known. */
  void checkOwnReferences() {
    for (PolicyFile file : files.values()) {
      for (JsonNode tree : file.fitItems()) {
        check(Fields.reference(tree.get("in_force")), file, "in_force");
      }
    }
  }

  /**
   * Tells a problem when the reference leads to no known document, or to no article of a method.
   */
  void check(Reference reference, PolicyFile file, String item) {
    boolean ownDocumentIsBroken =
        files.values().stream().noneMatch(known -> known.folder().equals(file.folder()));
    if (!files.containsKey(reference.document()) && !ownDocumentIsBroken) {
      problems.add(
          new Problem(
              "POLICY_REFERENCE_UNKNOWN",
              file.subject(item),
              "refers to " + reference.document() + ", which is no document of policies/",
              "Correct the number, or add the document's folder first."));
    }
    Set<String> places = articles.get(reference.document());
    if (places != null && !places.contains(reference.place())) {
      problems.add(
          new Problem(
              "POLICY_REFERENCE_UNKNOWN",
              file.subject(item),
              "refers to " + reference + ", which that method statement does not hold",
              "Correct the place, or write the article into " + pathOf(reference) + "."));
    }
  }

  Optional<PolicyDocument> byNumber(String number) {
    return documents.stream().filter(document -> document.number().equals(number)).findFirst();
  }

  List<PolicyDocument> all() {
    return documents;
  }

  private String pathOf(Reference reference) {
    PolicyFile file = files.get(reference.document());
    return file == null ? "its document.yaml" : file.subject();
  }

  private PolicyDocument document(PolicyFile file, JsonNode tree) {
    JsonNode inForce = tree.get("in_force");
    PolicyDocument document =
        new PolicyDocument(
            file.folder(),
            Fields.text(tree, "number"),
            Fields.title(tree),
            Fields.text(tree, "issuer"),
            tree.get("is_gazette").booleanValue(),
            Fields.date(tree, "issued_on"),
            Fields.date(inForce, "from"),
            inForce.has("until") ? Fields.date(inForce, "until") : null);
    if (document.inForceUntil() != null
        && document.inForceUntil().isBefore(document.inForceFrom())) {
      problems.add(
          new Problem(
              "POLICY_DATES",
              file.subject(),
              "ends on "
                  + document.inForceUntil()
                  + ", before its first day in force, "
                  + document.inForceFrom(),
              "Take both days from the document's closing article."));
    }
    return document;
  }
}
