package citybrain.policy;

import java.util.List;

/**
 * A table a document prints.
 *
 * @param id {@code <policy folder>.<item>}
 * @param columns names of the columns
 * @param key columns that tell rows apart
 * @param rows cells in the order of the columns
 */
public record PrintedList(
    String id,
    Text title,
    List<String> columns,
    List<String> key,
    List<List<String>> rows,
    Reference reference) {}
