package app.ringbook.customer.twins;

import app.ringbook.customer.names.NameKeys;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are: one minus the letters that must be changed, added or left out to make
 * one of the other (Levenshtein), divided by the length of the longer one. Case, accents, signs and
 * legal forms do not count.
 */
public final class NameLikeness {
  /** From here on two names may be meant for one company. */
  public static final double ALIKE = 0.9;

  private NameLikeness() {}

  /** From 0, nothing in common, to 1, the same. */
  public static double of(String one, String other) {
    return ofKeys(NameKeys.twinKey(one), NameKeys.twinKey(other));
  }

  /** As {@link #of}, for names that were made into {@link NameKeys#twinKey keys} before. */
  public static double ofKeys(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (longer == 0 || one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    int most = mostChanges(longer);
    if (Math.abs(one.length() - other.length()) > most) {
      return 0;
    }
    int changes =
        most == 0
            ? one.equals(other) ? 0 : -1
            : new LevenshteinDistance(most).apply(one, other).intValue();
    return changes < 0 ? 0 : 1 - (double) changes / longer;
  }

  /** Letters that may differ in a name of that length that is still alike. */
  static int mostChanges(int length) {
    return (int) Math.floor(length * (1 - ALIKE) + 1e-9);
  }
}
