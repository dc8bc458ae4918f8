package app.ringbook.customer;

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

  /** Text key that says why. */
  public String key() {
    return "customer.match." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
