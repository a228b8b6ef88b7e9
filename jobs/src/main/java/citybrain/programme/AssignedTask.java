package citybrain.programme;

import citybrain.policy.Provision;
import citybrain.policy.Provision.Doubt;
import citybrain.policy.ProvisionKind;
import citybrain.policy.Provisions;
import citybrain.policy.Task;
import citybrain.policy.Timing;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A task of a document with what is printed beside it, in the shape that Spark carries to where the
 * reports are.
 *
 * @param departments the leading one first
 * @param dueOn last day; null where none is printed
 * @param printed the words of the time
 * @param reportedAs code of the reports; null where none is agreed
 * @param sharedWith how many other tasks are reported under the same code
 * @param isSharedBeyondDue whether one of those is due later than this one, or on no day: then a
 *     report on the code does not say how this task stood on its own due day
 * @param conflictsZh what its document prints against it
 */
public record AssignedTask(
    String id,
    String policyId,
    String titleZh,
    List<String> departments,
    @Nullable String part,
    @Nullable String number,
    Timing.Kind dueKind,
    @Nullable LocalDate dueOn,
    String printed,
    @Nullable String reportedAs,
    int sharedWith,
    boolean isSharedBeyondDue,
    List<String> conflictsZh,
    String reference)
    implements Serializable {
  public AssignedTask {
    departments = List.copyOf(departments);
    conflictsZh = List.copyOf(conflictsZh);
  }

  /** The tasks of all documents, in their order. */
  public static List<AssignedTask> of(Provisions provisions) {
    Map<String, Provision> byId =
        provisions.all().stream()
            .filter(provision -> provision.kind() == ProvisionKind.TASK)
            .collect(Collectors.toMap(Provision::id, Function.identity()));
    return provisions.tasks().stream()
        .map(
            task -> {
              Provision provision = byId.get(task.id());
              if (provision == null) {
                throw new IllegalStateException("A task is a statement: " + task.id());
              }
              return of(task, provision, othersOf(task, provisions.tasks()));
            })
        .toList();
  }

  private static List<Task> othersOf(Task task, List<Task> tasks) {
    String code = task.reportedAs();
    return code == null
        ? List.of()
        : tasks.stream()
            .filter(other -> code.equals(other.reportedAs()) && !other.id().equals(task.id()))
            .toList();
  }

  private static AssignedTask of(Task task, Provision provision, List<Task> others) {
    return new AssignedTask(
        task.id(),
        provision.policyId(),
        task.title().zh(),
        task.departments(),
        task.part(),
        task.number(),
        task.timing().kind(),
        task.timing().on(),
        task.timing().printed(),
        task.reportedAs(),
        others.size(),
        others.stream().anyMatch(other -> isBeyond(other.timing().on(), task.timing().on())),
        provision.doubts().stream()
            .filter(doubt -> doubt.kind() == Doubt.Kind.CONFLICT)
            .map(Doubt::noteZh)
            .toList(),
        task.reference().toString());
  }

  private static boolean isBeyond(@Nullable LocalDate other, @Nullable LocalDate own) {
    return own != null && (other == null || other.isAfter(own));
  }
}
