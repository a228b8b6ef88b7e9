package citybrain.simulation;

/**
 * What a simulation wrote.
 *
 * @param files delivered files, corrected ones too; the truth is not counted
 * @param rows data rows in them
 * @param faults planted into rows; {@code truth/faults.csv} has one row for each, two for a doubled
 *     key
 * @param fileFaults files that are wrong as a whole, one row each in {@code truth/files.csv}
 */
public record SimulationResult(int files, long rows, long faults, long fileFaults) {}
