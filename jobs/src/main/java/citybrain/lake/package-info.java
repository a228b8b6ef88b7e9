/**
 * Delta tables, vintages and releases; the only reader and writer of tables. No domain knowledge
 * may enter.
 */
@NullMarked
package citybrain.lake;

import org.jspecify.annotations.NullMarked;
