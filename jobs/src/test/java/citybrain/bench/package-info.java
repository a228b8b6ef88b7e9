/** What bin/bench compares the jobs with; not a test, never in the jar. */
@NullMarked
package citybrain.bench;

import org.jspecify.annotations.NullMarked;
