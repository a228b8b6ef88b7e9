package citybrain.services;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The grade the operator judged first, held against the computed one. */
enum InitialGradeCheck {
  AGREES("与核定一致"),
  /** The plan prints two answers, and the operator took the other one. */
  AGREES_WITH_OTHER_GRADE("与核定不同，合预案的另一种读法"),
  DIFFERS("与核定不一致"),
  /** No grade was judged, or none can be computed that would contradict it. */
  NOT_ASSESSABLE("无法与核定核对");

  private final String zh;

  InitialGradeCheck(String zh) {
    this.zh = zh;
  }

  static InitialGradeCheck of(@Nullable EventGrade initial, Grading grading) {
    if (initial == null) {
      return NOT_ASSESSABLE;
    }
    if (grading.status() == Grading.Status.NOT_ASSESSABLE) {
      EventGrade atLeast = grading.atLeast();
      return atLeast != null && atLeast.isAbove(initial) ? DIFFERS : NOT_ASSESSABLE;
    }
    if (initial == grading.grade()) {
      return AGREES;
    }
    return initial == grading.otherGrade() ? AGREES_WITH_OTHER_GRADE : DIFFERS;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The finding with the grade judged, for example 初判一般（Ⅳ级），与核定不一致. */
  String words(@Nullable EventGrade initial) {
    return initial == null ? "未报初判级别" : "初判" + initial.zh() + "，" + zh;
  }
}
