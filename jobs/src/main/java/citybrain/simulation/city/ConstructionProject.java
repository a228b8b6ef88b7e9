package citybrain.simulation.city;

import java.time.LocalDate;

/**
 * A construction project with wages to pay.
 *
 * @param index from 0
 * @param code for example {@code GC2018-00012}
 * @param value contract value, yuan
 * @param workers at its height
 */
public record ConstructionProject(
    long index,
    String code,
    String name,
    District district,
    Firm builder,
    Firm contractor,
    long value,
    LocalDate startsOn,
    LocalDate endsOn,
    int workers) {}
