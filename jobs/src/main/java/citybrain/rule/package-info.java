/**
 * Rules over subject tables: definition, plan and one pass for all rules of a table. No area of the
 * city's business may enter.
 */
@NullMarked
package citybrain.rule;

import org.jspecify.annotations.NullMarked;
