package citybrain.contract;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Another header a department uses for a column.
 *
 * @param from first delivery date the alias is taken on
 */
public record HeaderAlias(String text, LocalDate from) implements Serializable {}
