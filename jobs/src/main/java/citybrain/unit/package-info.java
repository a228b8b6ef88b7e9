/** Units of measure of published figures and their conversion. Nothing of Spark may enter. */
@NullMarked
package citybrain.unit;

import org.jspecify.annotations.NullMarked;
