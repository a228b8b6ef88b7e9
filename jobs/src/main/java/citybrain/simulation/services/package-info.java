/**
 * The extracts of services' and governance's departments, one generator each; how they are written
 * may not enter.
 */
@NullMarked
package citybrain.simulation.services;

import org.jspecify.annotations.NullMarked;
