/**
 * Programmes with baselines and yearly targets: progress and verdicts. No area of the city's
 * business may enter.
 */
@NullMarked
package citybrain.programme;

import org.jspecify.annotations.NullMarked;
