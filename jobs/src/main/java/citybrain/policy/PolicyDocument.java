package citybrain.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One gazette document, or one method statement of this system.
 *
 * @param id the folder under {@code policies/}
 * @param number document number as printed
 * @param isGazette false for a method this system states itself: such a number is no law
 * @param inForceUntil last day in force; null when the document names none
 */
public record PolicyDocument(
    String id,
    String number,
    Text title,
    String issuer,
    boolean isGazette,
    LocalDate issuedOn,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil) {}
