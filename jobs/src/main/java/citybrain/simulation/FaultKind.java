package citybrain.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong in departments' tables, and what the cell then says. */
enum FaultKind {
  UNPARSEABLE_DATE(true) {
    @Override
    boolean fits(Field field) {
      return field.kind() == Field.Kind.DATE;
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      return oneOf(
          random, trueValue.substring(0, 4) + "-13-05", trueValue.substring(0, 4) + "-02-30", "待定");
    }
  },
  UNPARSEABLE_AMOUNT(true) {
    @Override
    boolean fits(Field field) {
      return field.kind() == Field.Kind.AMOUNT;
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      return oneOf(random, "约" + trueValue, trueValue + "左右", "见附件");
    }
  },
  MISSING_REQUIRED(false) {
    @Override
    boolean fits(Field field) {
      return field.isRequired();
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      return "";
    }
  },
  UNKNOWN_CODE(false) {
    @Override
    boolean fits(Field field) {
      return field.unknownWord() != null;
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      String word = field.unknownWord();
      if (word == null) {
        throw new IllegalArgumentException(field.name() + " is no code");
      }
      return word;
    }
  },
  NEGATIVE_AMOUNT(false) {
    @Override
    boolean fits(Field field) {
      return field.kind() == Field.Kind.AMOUNT;
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      return "-" + trueValue;
    }
  },
  /** The key of another row of the file; {@link FaultPlanter} knows that row. */
  DUPLICATE_KEY(false) {
    @Override
    boolean fits(Field field) {
      return field.kind() == Field.Kind.KEY;
    }

    @Override
    String plantedValue(Field field, String trueValue, RandomGenerator random) {
      throw new IllegalStateException("A duplicate key comes from another row");
    }
  };

  private final boolean breaksType;

  FaultKind(boolean breaksType) {
    this.breaksType = breaksType;
  }

  /**
   * Whether the cell can no longer be read as its column's type: too many of these refuse the whole
   * file.
   */
  boolean breaksType() {
    return breaksType;
  }

  abstract boolean fits(Field field);

  abstract String plantedValue(Field field, String trueValue, RandomGenerator random);

  private static String oneOf(RandomGenerator random, String... values) {
    return List.of(values).get(random.nextInt(values.length));
  }
}
