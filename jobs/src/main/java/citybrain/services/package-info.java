/**
 * Services of the city: events graded by the emergency plans, and whether they were reported in
 * time. No other feature may enter.
 */
@NullMarked
package citybrain.services;

import org.jspecify.annotations.NullMarked;
