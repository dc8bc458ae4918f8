package app.ringbook.call.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said and done about a call's recording. A call nobody said anything about has none.
 *
 * @param id key of the row
 * @param version version that was read
 * @param callKey the call
 * @param consent what the other end said of being recorded, or null
 * @param consentAt when, or null
 * @param notice how the other end was told, or null
 * @param legalHold true if it must be kept whatever the rules say
 * @param erasedAt when the sound was erased, or null
 * @param erasedWhy why, or null
 */
public record RecordingCare(
    long id,
    long version,
    String callKey,
    @Nullable Consent consent,
    @Nullable Instant consentAt,
    @Nullable String notice,
    boolean legalHold,
    @Nullable Instant erasedAt,
    @Nullable Why erasedWhy) {

  /** What the other end said of being recorded. */
  public enum Consent {
    /** Was told, has not answered. */
    ASKED,
    /** Agreed. */
    GIVEN,
    /** Did not agree: nothing is recorded, and what was is erased. */
    REFUSED,
    /** Agreed and took it back: the recording is erased. */
    WITHDRAWN
  }

  /** Why a recording was erased. */
  public enum Why {
    /** The other end did not agree, or no longer. */
    REFUSED,
    /** Its time was over. */
    EXPIRED,
    /** Somebody erased all recordings of a customer. */
    CUSTOMER,
    /** Somebody erased this one. */
    PERSON
  }
}
