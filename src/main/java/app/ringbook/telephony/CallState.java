package app.ringbook.telephony;

/** Where a call is. A call never goes back to an earlier state. */
public enum CallState {
  /** It rings here. */
  RINGING,
  /** The handset is up and a number is dialled. */
  DIALLING,
  /** People talk (for an outgoing call: presumably). */
  TALKING,
  /** Over; {@link Call#outcome} says how. */
  ENDED
}
