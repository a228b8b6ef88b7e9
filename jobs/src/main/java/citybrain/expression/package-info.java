/**
 * What an expression of the registry may say over one row of a table, checked without a session. No
 * table, rule or metric may enter.
 */
@NullMarked
package citybrain.expression;

import org.jspecify.annotations.NullMarked;
