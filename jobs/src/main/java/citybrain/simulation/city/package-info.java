/**
 * The synthetic city that all extracts draw from: districts, firms, schools, persons and how things
 * move over the years. How something is written in a file may not enter.
 */
@NullMarked
package citybrain.simulation.city;

import org.jspecify.annotations.NullMarked;
