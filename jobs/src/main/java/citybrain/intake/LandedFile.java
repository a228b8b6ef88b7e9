package citybrain.intake;

import java.time.LocalDate;

/**
 * A file as it lies in the landing area.
 *
 * @param file path below the landing area, {@code <department>/<extract>/<delivery date>/<name>}
 * @param deliveredOn the day we know its content from
 * @param isSimulated its name says 模拟: every figure made from it says so too
 */
record LandedFile(
    String file,
    String department,
    String extract,
    LocalDate deliveredOn,
    boolean isSimulated,
    String fileSha256,
    long sizeBytes) {}
