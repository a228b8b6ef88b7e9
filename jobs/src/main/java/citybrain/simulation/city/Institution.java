package citybrain.simulation.city;

/**
 * A medical institution of the city.
 *
 * @param index from 0
 * @param code number in the register of designated institutions, for example {@code H37020200012}
 * @param creditCode unified social credit code with a right check digit
 * @param level 一级, 二级 or 三级
 * @param doctors number of its doctors
 */
public record Institution(
    long index,
    String code,
    String creditCode,
    String name,
    District district,
    String level,
    int doctors) {}
