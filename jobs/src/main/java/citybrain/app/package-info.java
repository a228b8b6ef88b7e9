/**
 * The command line and the wiring of jobs. Everything may be used here, nothing may depend on it.
 */
@NullMarked
package citybrain.app;

import org.jspecify.annotations.NullMarked;
