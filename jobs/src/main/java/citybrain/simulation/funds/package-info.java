/**
 * The extracts of public money's departments, one generator each; how they are written may not
 * enter.
 */
@NullMarked
package citybrain.simulation.funds;

import org.jspecify.annotations.NullMarked;
