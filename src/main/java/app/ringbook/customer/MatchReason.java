package app.ringbook.customer;

import app.ringbook.customer.memory.NumberKeys;
import java.util.Locale;

/** Why a customer matches a number, the surest first. */
public enum MatchReason {
  /** Somebody said before that this number is theirs. */
  LEARNED,
  /** The international forms are equal. */
  EXACT,
  /** The digits are equal but for country code and trunk zero. */
  NATIONAL,
  /** The digits are equal once the office's area code is put before the shorter one. */
  LOCAL_AREA,
  /** Only the last digits are equal: a person has to look. */
  SUFFIX;

  /** False if a person has to look. */
  public boolean sure() {
    return this != SUFFIX;
  }

  /** The reason for a likeness of digits. */
  static MatchReason of(NumberKeys.Likeness likeness) {
    return switch (likeness) {
      case EXACT -> EXACT;
      case NATIONAL -> NATIONAL;
      case LOCAL_AREA -> LOCAL_AREA;
      case SUFFIX -> SUFFIX;
      case NONE -> throw new IllegalArgumentException("Different numbers match for no reason");
    };
  }

  /** Text key that says why. */
  public String key() {
    return "customer.match." + name().toLowerCase(Locale.ROOT);
  }
}
