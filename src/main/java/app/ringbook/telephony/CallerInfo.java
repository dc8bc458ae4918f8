package app.ringbook.telephony;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange said about a caller.
 *
 * @param number the number as reported, or null
 * @param presentation why there is or is not a number
 * @param name name as reported, or null
 * @param verified true if a checksum vouches for it or none exists for its kind
 */
public record CallerInfo(
    @Nullable String number, Presentation presentation, @Nullable String name, boolean verified) {

  /** Nothing was said. */
  public static final CallerInfo NOTHING = new CallerInfo(null, Presentation.NONE, null, true);

  /**
   * This with what the other adds. What is known is never lost: a later "unavailable" does not
   * overwrite a number, an unverified number does not overwrite a verified one.
   */
  public CallerInfo plus(CallerInfo other) {
    String bothNames = name == null ? other.name : name;
    if (rank() >= other.rank()) {
      return new CallerInfo(number, presentation, bothNames, verified);
    }
    return new CallerInfo(other.number, other.presentation, bothNames, other.verified);
  }

  private int rank() {
    return switch (presentation) {
      case NONE -> 0;
      case UNAVAILABLE -> 1;
      case PRIVATE -> 2;
      case NUMBER -> verified ? 4 : 3;
    };
  }
}
