package citybrain.policy;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that {@code policies/} says, checked: what is in here has its reference and fits its schema.
 */
public final class PolicyRegistry {
  private final List<PolicyDocument> documents;
  private final List<Parameter> parameters;
  private final Map<String, Parameter> parametersById;
  private final List<Rule> rules;
  private final List<Programme> programmes;
  private final List<MajorOffer> majorOffers;
  private final Provisions provisions;
  private final String hash;

  PolicyRegistry(
      List<PolicyDocument> documents,
      List<Parameter> parameters,
      List<Rule> rules,
      List<Programme> programmes,
      List<MajorOffer> majorOffers,
      Provisions provisions,
      String hash) {
    this.documents = List.copyOf(documents);
    this.parameters = List.copyOf(parameters);
    this.parametersById =
        parameters.stream()
            .collect(Collectors.toUnmodifiableMap(Parameter::id, Function.identity()));
    this.rules = List.copyOf(rules);
    this.programmes = List.copyOf(programmes);
    this.majorOffers = List.copyOf(majorOffers);
    this.provisions = provisions;
    this.hash = hash;
  }

  /**
   * Reads and checks every policy folder.
   *
   * @param root the folder that holds {@code policies/} and {@code schemas/}
   * @throws ProblemException with all problems found; an item that does not fit its schema is not
   *     examined further until that is mended
   */
  public static PolicyRegistry load(Path root) {
    return new PolicyLoader(root).load();
  }

  /** In the order of their folders. */
  public List<PolicyDocument> documents() {
    return documents;
  }

  /**
   * The document with that number as printed; empty when {@code policies/} has no folder for it.
   */
  public Optional<PolicyDocument> document(String number) {
    return documents.stream().filter(document -> document.number().equals(number)).findFirst();
  }

  /** In the order of folders and files. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * The parameter {@code <policy folder>.<item>}.
   *
   * @throws ProblemException {@code POLICY_PARAMETER_UNKNOWN} when no file sets it
   */
  public Parameter parameter(String id) {
    Parameter parameter = parametersById.get(id);
    if (parameter == null) {
      throw new ProblemException(
          new Problem(
              "POLICY_PARAMETER_UNKNOWN",
              id,
              "is set by no parameters.yaml under policies/",
              "Correct the name (<folder>.<item>), or add the parameter with its reference."));
    }
    return parameter;
  }

  /** In the order of folders and files. */
  public List<Rule> rules() {
    return rules;
  }

  /** In the order of folders and files. */
  public List<Programme> programmes() {
    return programmes;
  }

  /** One per industry and year of each programme that has an industry table. */
  public List<MajorOffer> majorOffers() {
    return majorOffers;
  }

  /** Every statement of the documents, by kind. */
  public Provisions provisions() {
    return provisions;
  }

  /**
   * SHA-256 in hexadecimal over what all policy files say. It changes with any value, name or
   * reference; it does not with comments, white space, order of keys or the machine.
   */
  public String hash() {
    return hash;
  }
}
