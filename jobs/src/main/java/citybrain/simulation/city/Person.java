package citybrain.simulation.city;

import java.time.LocalDate;

/**
 * A person who does not exist.
 *
 * @param index from 0 within {@code population}
 * @param residentId citizen's identity number with a right check digit; the area in it is that of
 *     birth
 * @param district where the person lives
 */
public record Person(
    Population population,
    long index,
    String residentId,
    String name,
    boolean isMale,
    LocalDate bornOn,
    District district) {

  /** Groups of persons; nobody is in two of them. */
  public enum Population {
    /** Insured with the medical insurance, of any age. */
    INSURED(LocalDate.of(1935, 1, 1), LocalDate.of(2017, 12, 31)),
    /** Pupils of vocational schools, for school years from 2017 on. */
    STUDENT(LocalDate.of(1999, 9, 1), LocalDate.of(2006, 8, 31)),
    TEACHER(LocalDate.of(1962, 1, 1), LocalDate.of(1996, 12, 31)),
    /** On construction sites. */
    WORKER(LocalDate.of(1963, 1, 1), LocalDate.of(1999, 12, 31)),
    /** Victims of road accidents, children too. */
    VICTIM(LocalDate.of(1938, 1, 1), LocalDate.of(2016, 12, 31));

    private final LocalDate firstBirth;
    private final LocalDate lastBirth;

    Population(LocalDate firstBirth, LocalDate lastBirth) {
      this.firstBirth = firstBirth;
      this.lastBirth = lastBirth;
    }

    LocalDate firstBirth() {
      return firstBirth;
    }

    LocalDate lastBirth() {
      return lastBirth;
    }
  }
}
