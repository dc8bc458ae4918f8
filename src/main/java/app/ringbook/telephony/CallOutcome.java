package app.ringbook.telephony;

/** How a call ended. */
public enum CallOutcome {
  /** People talked. */
  ANSWERED,
  /** An incoming call nobody took. */
  MISSED,
  /** An outgoing call nobody took. */
  NO_ANSWER,
  /** The other end was engaged. */
  BUSY,
  /** The other end, or this one, turned it down. */
  REFUSED,
  /** The line failed. */
  FAULT,
  /** The kit restarted or never came back: how the call ended is not known. */
  DEVICE_LOST
}
