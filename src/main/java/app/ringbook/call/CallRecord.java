package app.ringbook.call;

import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, as it is kept.
 *
 * @param id key of the row
 * @param version version that was read
 * @param callKey identity given by the line, the same for ever
 * @param at when it began
 * @param timeCertain false if the kit's clock was not set and {@code at} only keeps the order
 * @param direction who called whom
 * @param outcome how it ended
 * @param line line of the kit, from 1
 * @param kit driver and port or identity of the kit
 * @param source how it came to be known
 * @param numberRaw the other end's number as the line gave it; empty if there is none
 * @param numberE164 the number in international form, or null where it cannot be known
 * @param numberSuffix8 its last eight digits; may be empty
 * @param presentation why there is or is not a number
 * @param verified false if the number may be wrong
 * @param callerName name given by the exchange, or null
 * @param customerId whose call it was, or null
 * @param contactId the person, or null
 * @param matchReason name of the {@code MatchReason}, {@link #CHOSEN}, or null
 * @param ringMillis how long it rang
 * @param talkMillis how long people talked
 * @param note what was written down about it, or null
 * @param result reserved for the outcome in the user's words, or null
 * @param handled false for a missed call nobody has dealt with
 * @param toReview true until somebody wrote down or confirmed what it was about
 * @param recordingFile path from the recording folder on, with {@code /}; null if not recorded
 * @param recordingMillis length of the recording
 * @param recordingBytes size of the file
 * @param recordingSha256 its checksum
 * @param recordingLostMillis sound that was lost on its way
 * @param recordingGaps where, see {@link Gap#read}
 * @param recordingStopped why it ended before the call did: name of a {@code Recording.Stop}, or
 *     null
 * @param fetchedAt when it was taken from the kit's memory, or null
 * @param takenBy the user at whose desk people talked or dialled, or null
 * @param customerName the customer's present name, or null
 * @param customerTier the customer's present tier, or null
 * @param contactName the person's present name, or null
 */
public record CallRecord(
    long id,
    long version,
    String callKey,
    Instant at,
    boolean timeCertain,
    Direction direction,
    CallOutcome outcome,
    int line,
    String kit,
    Source source,
    String numberRaw,
    @Nullable String numberE164,
    String numberSuffix8,
    Presentation presentation,
    boolean verified,
    @Nullable String callerName,
    @Nullable Long customerId,
    @Nullable Long contactId,
    @Nullable String matchReason,
    long ringMillis,
    long talkMillis,
    @Nullable String note,
    @Nullable String result,
    boolean handled,
    boolean toReview,
    @Nullable String recordingFile,
    @Nullable Long recordingMillis,
    @Nullable Long recordingBytes,
    @Nullable String recordingSha256,
    @Nullable Long recordingLostMillis,
    @Nullable String recordingGaps,
    @Nullable String recordingStopped,
    @Nullable Instant fetchedAt,
    @Nullable String takenBy,
    @Nullable String customerName,
    @Nullable String customerTier,
    @Nullable String contactName) {

  /** {@link #matchReason} of a call for which a person said whose it was. */
  public static final String CHOSEN = "CHOSEN";

  /** How a call came to be known. */
  public enum Source {
    /** Heard on the line as it happened. */
    LIVE,
    /**
     * Heard on the line as it happened, but that people talked was told by a person, since the kit
     * can't tell; {@code talkMillis} is 0 if nobody said when it was over.
     */
    HAND,
    /** Taken from the kit's memory: it happened while the program was away. */
    STORED,
    /** Put together again after the program or the machine broke off in the middle of it. */
    REPAIRED,
    /** Made from a sound file that another device recorded. */
    FILE,
    /** Invented, for the sample data. */
    SAMPLE
  }

  /** True if people talked. */
  public boolean answered() {
    return outcome == CallOutcome.ANSWERED
        || (outcome == CallOutcome.DEVICE_LOST && talkMillis > 0);
  }

  /** True for an incoming call nobody took. */
  public boolean missed() {
    return direction == Direction.INCOMING && !answered();
  }

  /** True for a call people talked in, of which nobody said when it was over. */
  public boolean lengthUnknown() {
    return source == Source.HAND && outcome == CallOutcome.ANSWERED && talkMillis == 0;
  }

  /** Where the recording lacks sound. */
  public List<Gap> gaps() {
    return recordingGaps == null ? List.of() : Gap.read(recordingGaps);
  }

  /** The number to call back: international where known, else as the line gave it; may be empty. */
  public String numberToDial() {
    return numberE164 != null ? numberE164 : numberRaw;
  }
}
