/**
 * Doubts about figures seen as series: reported, never acted upon. No policy may enter, and nothing
 * here changes a figure.
 */
@NullMarked
package citybrain.intake.anomaly;

import org.jspecify.annotations.NullMarked;
