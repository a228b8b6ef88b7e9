/** Fund compliance: the subject tables its rules run over. No other feature may enter. */
@NullMarked
package citybrain.funds;

import org.jspecify.annotations.NullMarked;
