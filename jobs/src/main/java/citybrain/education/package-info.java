/**
 * Vocational-education progress: the reported actuals its programme is held against. No other
 * feature may enter.
 */
@NullMarked
package citybrain.education;

import org.jspecify.annotations.NullMarked;
