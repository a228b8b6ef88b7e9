/**
 * The extracts of the economy's departments, one generator each; how they are written may not
 * enter.
 */
@NullMarked
package citybrain.simulation.economy;

import org.jspecify.annotations.NullMarked;
