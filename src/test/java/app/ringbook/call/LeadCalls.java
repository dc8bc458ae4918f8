package app.ringbook.call;

import app.ringbook.telephony.CallOutcome;

/** Calls of strangers, for tests of other features. */
public final class LeadCalls {
  private LeadCalls() {}

  /** An incoming call in which people talked. */
  public static CallRecord answered(CallHouse house, String key, String number) {
    return house.save(key, number, CallOutcome.ANSWERED, null);
  }

  /** An incoming call nobody took. */
  public static CallRecord missed(CallHouse house, String key, String number) {
    return house.save(key, number, CallOutcome.MISSED, null);
  }
}
