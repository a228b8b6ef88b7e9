package citybrain.simulation.city;

import java.time.LocalDate;

/**
 * A vocational school of the city.
 *
 * @param index from 0
 * @param code number of the school, ten digits
 * @param isCollege true for a college (高职), false for a secondary school (中职)
 * @param isPublic false for a school owned by a firm or person
 * @param students in the school year 2017/2018
 */
public record School(
    long index,
    String code,
    String name,
    District district,
    boolean isCollege,
    boolean isPublic,
    int students,
    int teachers,
    LocalDate foundedOn) {}
