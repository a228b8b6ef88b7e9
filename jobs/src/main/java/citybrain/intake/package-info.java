/**
 * Departmental files to bronze and silver, and what was refused. No policy and no figure may enter.
 */
@NullMarked
package citybrain.intake;

import org.jspecify.annotations.NullMarked;
