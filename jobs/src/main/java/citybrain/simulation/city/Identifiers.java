package citybrain.simulation.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers with right check digits, made up; equal arguments give equal numbers. */
public final class Identifiers {
  /** Signs of GB 32100-2015: no I, O, S, V and Z. */
  private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String ORGANISATION_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION_DIGITS = 8;
  private static final int BODY_DIGITS = 17;
  private static final String RESIDENT_CHECKS = "10X98765432";

  private Identifiers() {}

  /**
   * A unified social credit code (GB 32100-2015).
   *
   * @param kind two signs: {@code 91} a firm, {@code 12} a public institution, {@code 52} a private
   *     one
   * @param areaCode GB/T 2260
   * @param number of the organisation, below 100,000,000
   */
  public static String creditCode(String kind, String areaCode, long number) {
    String organisation = String.format(Locale.ROOT, "%08d", number);
    int sum = 0;
    for (int i = 0; i < ORGANISATION_DIGITS; i++) {
      sum += ORGANISATION_SIGNS.indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
    }
    int check = (11 - sum % 11) % 11;
    String body = kind + areaCode + organisation + (check == 10 ? "X" : Integer.toString(check));
    return body + creditCheck(body);
  }

  private static char creditCheck(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < BODY_DIGITS; i++) {
      sum += CREDIT_SIGNS.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_SIGNS.charAt((31 - sum % 31) % 31);
  }

  /**
   * A citizen's identity number (GB 11643-1999).
   *
   * @param sequence 1 to 999; odd for men
   */
  public static String residentId(String areaCode, LocalDate bornOn, int sequence) {
    String body =
        areaCode
            + DateTimeFormatter.BASIC_ISO_DATE.format(bornOn)
            + String.format(Locale.ROOT, "%03d", sequence);
    int sum = 0;
    for (int i = 0; i < BODY_DIGITS; i++) {
      int weight = (1 << (BODY_DIGITS - i)) % 11;
      sum += (body.charAt(i) - '0') * weight;
    }
    return body + RESIDENT_CHECKS.charAt(sum % 11);
  }
}
