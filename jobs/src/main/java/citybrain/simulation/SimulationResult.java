package citybrain.simulation;

/**
 * What a simulation wrote.
 *
 * @param files delivered files; the truth is not counted
 * @param rows data rows in them
 * @param faults planted faults, one row each in {@code truth/faults.csv}
 */
public record SimulationResult(int files, long rows, int faults) {}
