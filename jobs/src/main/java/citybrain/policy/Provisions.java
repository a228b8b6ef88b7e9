package citybrain.policy;

import java.util.List;

/**
 * The statements of all documents, in the order of folders and files.
 *
 * @param all what they have in common, of every kind, parameters and target rows included
 */
public record Provisions(
    List<Provision> all,
    List<Goal> goals,
    List<Task> tasks,
    List<Duty> duties,
    List<Measure> measures,
    List<CostSplit> splits,
    List<EventScheme> eventSchemes,
    List<Evaluation> evaluations,
    List<PrintedList> lists) {}
