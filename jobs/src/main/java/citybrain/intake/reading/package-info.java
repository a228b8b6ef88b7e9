/**
 * One delivered file, read by content and held against its contract: bytes in, verbatim rows and
 * conformed records out. No Spark, no table and no clock may enter.
 */
@NullMarked
package citybrain.intake.reading;

import org.jspecify.annotations.NullMarked;
