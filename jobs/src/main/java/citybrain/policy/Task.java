package citybrain.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What departments have to do once, or to go on doing, under a plan.
 *
 * @param id {@code <policy folder>.<item>}
 * @param departments the leading one first
 * @param part heading or table it stands under
 * @param number its printed number there
 * @param reportedAs code of {@code policy_task} or {@code reform_task} under which departments
 *     report on it, alone or with other tasks; null where no code is agreed
 * @param deliverableZh what is there when it is done, where the text says so
 */
public record Task(
    String id,
    Text title,
    List<String> departments,
    @Nullable String part,
    @Nullable String number,
    Timing timing,
    @Nullable String reportedAs,
    @Nullable String deliverableZh,
    Reference reference) {}
