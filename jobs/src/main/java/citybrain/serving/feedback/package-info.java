/**
 * What departments get back: a copy of each delivery with the cells to correct marked, and a
 * scorecard. Releases are read; no delivered file is opened and no table is written here.
 */
@NullMarked
package citybrain.serving.feedback;

import org.jspecify.annotations.NullMarked;
