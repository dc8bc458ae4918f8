package app.ringbook.call;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.recorder.Recording;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, with everything that is to be kept of it.
 *
 * @param call the call; its state is ended
 * @param number the other end's number
 * @param source how it came to be known
 * @param timeCertain false if its time is a guess
 * @param customerId whose call it was, or null
 * @param contactId the person, or null
 * @param matchReason name of the {@code MatchReason}, {@link CallRecord#CHOSEN}, or null
 * @param recording its sound, or null
 */
public record FinishedCall(
    Call call,
    PhoneNumber number,
    CallRecord.Source source,
    boolean timeCertain,
    @Nullable Long customerId,
    @Nullable Long contactId,
    @Nullable String matchReason,
    @Nullable Recording recording) {}
