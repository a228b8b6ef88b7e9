/** What readers get: the cockpit page. Reads releases only. */
@NullMarked
package citybrain.serving;

import org.jspecify.annotations.NullMarked;
