package citybrain.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standing obligation.
 *
 * @param id {@code <policy folder>.<item>}
 * @param bound whom it binds
 * @param to to whom, of a report or a notice
 * @param keep item of the parameter that holds how long a record is kept
 * @param parameters items of the parameters that bound it
 * @param consequenceZh what follows a breach
 */
public record Duty(
    String id,
    Text title,
    Kind kind,
    String bound,
    @Nullable String to,
    Timing timing,
    @Nullable String keep,
    List<String> parameters,
    @Nullable String consequenceZh,
    Reference reference) {
  public Duty {
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
  }

  /** The closed list of kinds. */
  public enum Kind {
    REPORT,
    NOTIFY,
    PUBLISH,
    /** Keep a register, ledger or list: 台账、名录、清单. */
    REGISTER,
    /** Have a system: 制度、平台、机制、信息系统. */
    SYSTEM,
    INSPECT,
    DRILL,
    TRAIN,
    /** Hold a permit or a certificate. */
    CERTIFY,
    PROHIBIT,
    /** Any other standing duty. */
    ACT
  }
}
