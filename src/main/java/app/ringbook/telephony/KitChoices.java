package app.ringbook.telephony;

import java.time.Instant;

/**
 * What a user decided about one kit, told to its session before each opening of the port.
 *
 * @param country ISO 3166 region the kit is to be set to; empty to leave it alone
 * @param switchesBefore the kit's own switches before this program first changed them, or empty
 * @param logSince calls of a log that never forgets are left out if they are older
 */
public record KitChoices(String country, String switchesBefore, Instant logSince) {
  /** The kit is left as it is, and all it kept is taken. */
  public static final KitChoices NONE = new KitChoices("", "", Instant.MIN);
}
