/**
 * Statutory time in China: working days by the State Council's notices, what is known of a year not
 * yet announced, and the rules by which texts say when a duty is due. Nothing of Spark may enter,
 * and nothing of how policies are written down.
 */
@NullMarked
package citybrain.calendar;

import org.jspecify.annotations.NullMarked;
