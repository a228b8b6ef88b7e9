/** Periods that statistics describe, merged ones included. Nothing of Spark may enter. */
@NullMarked
package citybrain.period;

import org.jspecify.annotations.NullMarked;
