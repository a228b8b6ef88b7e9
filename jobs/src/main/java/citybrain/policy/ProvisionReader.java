package citybrain.policy;

import citybrain.policy.Provision.Doubt;
import citybrain.policy.Provision.Unmeasured;
import citybrain.problem.Problem;
import citybrain.unit.Unit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the statements of policy files: what they have in common as {@link Provision}s, and the
 * matter of each kind. Schemas have been checked before; here it is held what they cannot say.
 */
final class ProvisionReader {
  private static final ObjectMapper MATTER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Unit.class, new UnitDeserializer()))
          .build();

  /**
   * The record that holds the matter of each kind; parameters and targets have readers of their
   * own.
   */
  private static final Map<ProvisionKind, Class<?>> MATTERS =
      new EnumMap<>(
          Map.of(
              ProvisionKind.GOAL, Goal.class,
              ProvisionKind.TASK, Task.class,
              ProvisionKind.DUTY, Duty.class,
              ProvisionKind.MEASURE, Measure.class,
              ProvisionKind.SPLIT, CostSplit.class,
              ProvisionKind.EVENT_SCHEME, EventScheme.class,
              ProvisionKind.EVALUATION, Evaluation.class));

  private final PolicyDocuments documents;
  private final PrintedListReader lists;
  private final List<Problem> problems;
  private final List<Provision> provisions = new ArrayList<>();
  private final Map<ProvisionKind, List<Object>> matters = new EnumMap<>(ProvisionKind.class);

  ProvisionReader(Path root, PolicyDocuments documents, List<Problem> problems) {
    this.documents = documents;
    this.lists = new PrintedListReader(root, problems);
    this.problems = problems;
  }

  void read(PolicyFile file, ProvisionKind kind) {
    Set<String> ids = new HashSet<>();
    for (JsonNode item : file.fitItems()) {
      String id = Fields.text(item, "id");
      if (!ids.add(id) && kind != ProvisionKind.PARAMETER) {
        problems.add(
            new Problem(
                "POLICY_ID_TWICE",
                file.subject(id),
                "stands twice in the file",
                "Rename or merge one."));
      }
      addProvision(file, kind, item, id);
      matter(file, kind, item, id);
    }
  }

  /** Rows of target tables have been read and held against their documents elsewhere. */
  void add(Programme programme) {
    for (Programme.Indicator row : programme.indicators()) {
      String breakdown = row.breakdown().equals("_T") ? "" : "/" + row.breakdown();
      provisions.add(
          new Provision(
              programme.policyId() + "." + row.id() + breakdown,
              programme.policyId(),
              ProvisionKind.TARGET,
              row.title(),
              List.of(row.department()),
              null,
              row.noteZh(),
              List.of(),
              List.of("indicator_report"),
              null,
              row.reference()));
    }
  }

  Provisions provisions() {
    return new Provisions(
        List.copyOf(provisions),
        matters(ProvisionKind.GOAL, Goal.class),
        matters(ProvisionKind.TASK, Task.class),
        matters(ProvisionKind.DUTY, Duty.class),
        matters(ProvisionKind.MEASURE, Measure.class),
        matters(ProvisionKind.SPLIT, CostSplit.class),
        matters(ProvisionKind.EVENT_SCHEME, EventScheme.class),
        matters(ProvisionKind.EVALUATION, Evaluation.class),
        matters(ProvisionKind.LIST, PrintedList.class));
  }

  private <T> List<T> matters(ProvisionKind kind, Class<T> type) {
    return matters.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
  }

  private void addProvision(PolicyFile file, ProvisionKind kind, JsonNode item, String id) {
    JsonNode placed = kind == ProvisionKind.PARAMETER ? item.get("values").get(0) : item;
    Provision whole = provision(file, kind, item, id, Fields.reference(placed));
    List<Provision> parts = new ArrayList<>();
    // An item that is scored, a fact that lowers the grade: each is a statement of its own.
    for (String part : List.of("items", "downgrades")) {
      for (JsonNode child :
          kind == ProvisionKind.EVALUATION ? item.path(part) : List.<JsonNode>of()) {
        String childId = id + "/" + Fields.text(child, "id");
        parts.add(
            provision(file, kind, child, childId, Fields.reference(child)).orMeasuredAs(whole));
      }
    }
    add(parts.stream().reduce(whole, Provision::orMeasuredAs), file, id);
    parts.forEach(part -> add(part, file, id));
  }

  private void add(Provision provision, PolicyFile file, String id) {
    documents.check(provision.reference(), file, id);
    provisions.add(provision);
  }

  private static Provision provision(
      PolicyFile file, ProvisionKind kind, JsonNode item, String id, Reference reference) {
    return new Provision(
        file.folder() + "." + id,
        file.folder(),
        kind,
        Fields.title(item),
        list(item, "departments", String[].class),
        Fields.optionalText(item, "printed"),
        Fields.optionalText(item, "note_zh"),
        list(item, "doubts", Doubt[].class),
        list(item, "extracts", String[].class),
        item.has("unmeasured") ? as(item.get("unmeasured"), Unmeasured.class) : null,
        reference);
  }

  private void matter(PolicyFile file, ProvisionKind kind, JsonNode item, String id) {
    List<Object> found = matters.computeIfAbsent(kind, k -> new ArrayList<>());
    if (kind == ProvisionKind.LIST) {
      lists.read(file, item).ifPresent(found::add);
      return;
    }
    Class<?> type = MATTERS.get(kind);
    if (type == null
        || (item.has("unit") && Fields.unit(item, file.subject(id), problems).isEmpty())) {
      return;
    }
    ObjectNode named = item.deepCopy();
    found.add(as(named.put("id", file.folder() + "." + id), type));
  }

  private static <T> List<T> list(JsonNode item, String field, Class<T[]> type) {
    return item.has(field) ? List.of(as(item.get(field), type)) : List.of();
  }

  private static <T> T as(JsonNode tree, Class<T> type) {
    try {
      return MATTER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What fits its schema fits its record: " + tree, e);
    }
  }

  private static final class UnitDeserializer extends FromStringDeserializer<Unit> {
    private static final long serialVersionUID = 1L;

    UnitDeserializer() {
      super(Unit.class);
    }

    @Override
    protected Unit _deserialize(String code, DeserializationContext context) {
      return Unit.ofCode(code)
          .orElseThrow(() -> new IllegalStateException("A unit that was checked before: " + code));
    }
  }
}
