/**
 * A synthetic city and the re-keyed published series, written as departments send them. No
 * feature's code may enter: this is the other side.
 */
@NullMarked
package citybrain.simulation;

import org.jspecify.annotations.NullMarked;
