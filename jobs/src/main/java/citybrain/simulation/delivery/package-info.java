/**
 * How what happened in the city becomes delivered files: written as the contract says, wrong where
 * a fault is planted, and the truth about it. What happened in the city may not enter.
 */
@NullMarked
package citybrain.simulation.delivery;

import org.jspecify.annotations.NullMarked;
