/**
 * Files that are broken, or made to do harm, as bytes made by code: what the intake must say of
 * each, within how much memory and time, and that nothing is touched outside.
 */
@NullMarked
package citybrain.intake.hostile;

import org.jspecify.annotations.NullMarked;
