package citybrain.contract;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All data contracts and code lists of one registry.
 *
 * @param contracts by path below {@code schemas/} without its ending, for example {@code
 *     silver/relief_payment}
 * @param codeLists by id
 * @param hash SHA-256 over all contract and code-list files: the same files, the same hash
 */
public record ContractRegistry(
    Map<String, Contract> contracts, Map<String, CodeList> codeLists, String hash)
    implements Serializable {

  public ContractRegistry {
    contracts = new TreeMap<>(contracts);
    codeLists = new TreeMap<>(codeLists);
  }

  /**
   * Reads and checks everything below {@code root/schemas}.
   *
   * @param root the folder that holds schemas/
   * @throws citybrain.problem.ProblemException with all problems of all files
   */
  public static ContractRegistry load(java.nio.file.Path root) {
    return new ContractLoader(root).load();
  }

  /** The contract of a departmental extract. */
  public Optional<Contract> extract(String department, String extract) {
    return Optional.ofNullable(contracts.get("extracts/" + department + "/" + extract));
  }

  /** The contract of a table; layer is silver, gold or quality. */
  public Optional<Contract> table(String layer, String table) {
    return Optional.ofNullable(contracts.get(layer + "/" + table));
  }

  /** All contracts of a layer, by path. */
  public List<Contract> layer(String layer) {
    return contracts.values().stream().filter(c -> c.layer().equals(layer)).toList();
  }

  public Optional<CodeList> codeList(String id) {
    return Optional.ofNullable(codeLists.get(id));
  }

  public Collection<Contract> extracts() {
    return layer("extracts");
  }
}
