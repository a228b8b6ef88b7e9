/**
 * Programmes with baselines and yearly targets, and the tasks of all documents: progress and
 * verdicts. No area of the city's business may enter.
 */
@NullMarked
package citybrain.programme;

import org.jspecify.annotations.NullMarked;
