package app.ringbook.telephony;

/** Who called whom. */
public enum Direction {
  /** They called us. */
  INCOMING,
  /** We called them. */
  OUTGOING
}
