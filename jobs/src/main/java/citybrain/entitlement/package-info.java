/**
 * What the measures of the documents give for a claim, against what was claimed and paid:
 * definition, plan and one pass for all measures. No area of the city's business may enter.
 */
@NullMarked
package citybrain.entitlement;

import org.jspecify.annotations.NullMarked;
