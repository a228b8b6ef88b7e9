/**
 * Economic monitoring: what of it is not an expression over one row. No other feature may enter.
 */
@NullMarked
package citybrain.economy;

import org.jspecify.annotations.NullMarked;
