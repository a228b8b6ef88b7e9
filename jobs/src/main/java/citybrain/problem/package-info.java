/**
 * What went wrong, in one form: code, subject, what was found, what was expected, what to do.
 * Nothing of Spark and no other package of ours may enter.
 */
@NullMarked
package citybrain.problem;

import org.jspecify.annotations.NullMarked;
