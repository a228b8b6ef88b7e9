/**
 * The extracts of vocational education's departments, one generator each; how they are written may
 * not enter.
 */
@NullMarked
package citybrain.simulation.education;

import org.jspecify.annotations.NullMarked;
