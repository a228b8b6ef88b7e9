package citybrain.serving.feedback;

import java.time.LocalDate;

/**
 * A delivery that a contract asks for.
 *
 * @param period it describes, as {@code quality/delivery} has it
 * @param dueOn last day on which it is on time
 */
public record DueDelivery(String department, String extract, String period, LocalDate dueOn) {}
