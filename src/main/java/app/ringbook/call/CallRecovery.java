package app.ringbook.call;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingRepair;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a crash: finishes the recordings and gives every call that has no row its row. To be run at
 * start, before a kit is opened.
 */
public final class CallRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(CallRecovery.class);
  private final Supplier<Path> recordings;
  private final Sealing sealing;
  private final OpenCalls open;
  private final CallRecords records;

  /**
   * @param openCalls folder of the files of calls without a row
   * @param recordings the recording folder
   */
  public CallRecovery(Path openCalls, Supplier<Path> recordings, CallRecords records) {
    this(openCalls, recordings, Sealing.NONE, records);
  }

  /**
   * As the other constructor.
   *
   * @param sealing opens recordings that are sealed
   */
  public CallRecovery(
      Path openCalls, Supplier<Path> recordings, Sealing sealing, CallRecords records) {
    this.open = new OpenCalls(openCalls, records);
    this.recordings = recordings;
    this.sealing = sealing;
    this.records = records;
  }

  /** Repairs and saves; calls that cannot be saved now are kept for the next start. */
  public List<CallRecord> run() {
    Path folder = recordings.get().toAbsolutePath().normalize();
    List<Recording> repaired = RecordingRepair.repair(folder, sealing);
    List<CallRecord> saved = new ArrayList<>();
    for (OpenCalls.Note note : open.left()) {
      try {
        saved.add(records.save(finished(note, sound(folder, note))).value());
        open.done(note.call().key());
      } catch (RuntimeException e) {
        LOG.error("Call {} could not be saved and is kept", note.call().key(), e);
      }
    }
    if (!repaired.isEmpty() || !saved.isEmpty()) {
      LOG.info("Repaired {} recordings and saved {} calls", repaired.size(), saved.size());
    }
    return saved;
  }

  private static FinishedCall finished(OpenCalls.Note note, @Nullable Recording sound) {
    return new FinishedCall(
        over(note.call(), sound),
        note.number(),
        note.call().byHand() ? CallRecord.Source.HAND : CallRecord.Source.REPAIRED,
        true,
        note.customerId(),
        note.contactId(),
        note.matchReason(),
        sound);
  }

  /** The call as it must have ended, as far as that was written down. */
  private static Call over(Call call, @Nullable Recording sound) {
    if (call.ended()) {
      return call;
    }
    CallOutcome outcome =
        switch (call.state()) {
          case TALKING -> CallOutcome.ANSWERED;
          case RINGING -> CallOutcome.MISSED;
          case DIALLING ->
              call.direction() == Direction.OUTGOING
                  ? CallOutcome.NO_ANSWER
                  : CallOutcome.DEVICE_LOST;
          case ENDED -> CallOutcome.DEVICE_LOST;
        };
    long talked = call.state() == CallState.TALKING && sound != null ? sound.millis() : 0;
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        call.direction(),
        CallState.ENDED,
        call.number(),
        call.presentation(),
        call.callerName(),
        call.verified(),
        call.startedAt(),
        call.rings(),
        call.ringMillis(),
        Math.max(call.talkMillis(), talked),
        outcome,
        0,
        call.byHand());
  }

  private @Nullable Recording sound(Path folder, OpenCalls.Note note) {
    String path = note.recordingFile();
    if (path == null) {
      return null;
    }
    try {
      return RecordingRepair.look(folder, folder.resolve(path), sealing);
    } catch (IOException e) {
      LOG.error("The recording of call {} is not there", note.call().key(), e);
      return null;
    }
  }
}
