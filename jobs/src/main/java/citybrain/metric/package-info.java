/**
 * Metric definitions, their plans and their one pass over a source. No area of the city's business
 * may enter.
 */
@NullMarked
package citybrain.metric;

import org.jspecify.annotations.NullMarked;
