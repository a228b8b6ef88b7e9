/**
 * Statutory time in China: working days by the State Council's notices, and what is known of a year
 * not yet announced. Nothing of Spark may enter.
 */
@NullMarked
package citybrain.calendar;

import org.jspecify.annotations.NullMarked;
