package app.ringbook.telephony;

/** What the exchange says about the caller's number. */
public enum Presentation {
  /** There is a number. */
  NUMBER,
  /** The caller withholds it. */
  PRIVATE,
  /** The network does not know it (out of area). */
  UNAVAILABLE,
  /** Nothing was said, or not yet. */
  NONE
}
