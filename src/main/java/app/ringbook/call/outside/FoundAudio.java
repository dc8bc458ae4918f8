package app.ringbook.call.outside;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.telephony.Direction;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sound file that was found, and where it belongs as far as its name tells.
 *
 * @param file where it is
 * @param sha256 its checksum, by which it is known again
 * @param place where it belongs
 * @param number the other end's number, or null
 * @param at when the call was: from the name, otherwise when the file was last written
 * @param atCertain true if the name says it
 * @param direction who called whom, or null
 * @param callId the call that lacks this recording, for {@link Place#CALL}
 * @param customerId the customer, or null
 * @param contactId the person, or null
 * @param name name of customer or person, or null
 */
public record FoundAudio(
    Path file,
    String sha256,
    Place place,
    @Nullable PhoneNumber number,
    Instant at,
    boolean atCertain,
    @Nullable Direction direction,
    @Nullable Long callId,
    @Nullable Long customerId,
    @Nullable Long contactId,
    @Nullable String name) {

  /** Where a file belongs. */
  public enum Place {
    /** A call of that number and time is there and has no recording. */
    CALL,
    /** A customer has that number; the call itself is not known. */
    CUSTOMER,
    /** Nobody is known; it becomes a call that is not linked, to be linked by hand. */
    NOBODY,
    /** It was taken in before. */
    TAKEN,
    /** No sound that is understood. */
    BROKEN
  }

  /** True if it can be taken in. */
  public boolean wanted() {
    return place != Place.TAKEN && place != Place.BROKEN;
  }
}
