/**
 * What the gazettes say, as data: documents, dated parameters, rules, targets, each value with its
 * reference. Nothing of Spark may enter.
 */
@NullMarked
package citybrain.policy;

import org.jspecify.annotations.NullMarked;
