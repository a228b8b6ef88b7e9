/**
 * Files as departments send them, byte by byte the same for the same content. What they mean may
 * not enter.
 */
@NullMarked
package citybrain.simulation.file;

import org.jspecify.annotations.NullMarked;
