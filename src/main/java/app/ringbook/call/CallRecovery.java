package app.ringbook.call;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingRepair;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a crash or an end in mid-call: finishes the recordings, gives every call that has no row
 * its row, and knows which calls may still go on. To be run at start, before a kit is opened.
 */
public final class CallRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(CallRecovery.class);

  /** No call goes on for so long without a word of its kit. */
  private static final Duration LONGEST = Duration.ofHours(4);

  private final Supplier<Path> recordings;
  private final Sealing sealing;
  private final OpenCalls open;
  private final CallRecords records;
  private final CallRecorder recorder;
  private final AppClock clock;
  private final Map<Path, OpenCalls.Note> locked = new ConcurrentHashMap<>();
  private volatile List<Call> unended = List.of();

  /**
   * @param openCalls folder of the files of calls without a row
   * @param recordings the recording folder
   * @param sealing opens recordings that are sealed
   * @param recorder told which recordings broke off
   */
  public CallRecovery(
      Path openCalls,
      Supplier<Path> recordings,
      Sealing sealing,
      CallRecords records,
      CallRecorder recorder,
      AppClock clock) {
    this.open = new OpenCalls(openCalls, records);
    this.recordings = recordings;
    this.sealing = sealing;
    this.records = records;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Repairs and saves; calls that cannot be saved now are kept for the next start. */
  public List<CallRecord> run() {
    Path folder = folder();
    List<Recording> repaired = RecordingRepair.repair(folder, sealing);
    List<CallRecord> saved = new ArrayList<>();
    List<Call> mayGoOn = new ArrayList<>();
    for (OpenCalls.Note note : open.left()) {
      try {
        Recording sound = settle(folder, note, saved);
        if (OpenCalls.mayGoOn(note.call()) && recent(note.call())) {
          mayGoOn.add(note.call());
          recorder.brokenOff(note.call().key(), sound, note.paused());
        } else if (!locked.containsValue(note)) {
          open.done(note.call().key());
        }
      } catch (RuntimeException e) {
        LOG.error("Call {} could not be saved and is kept", note.call().key(), e);
      }
    }
    if (!repaired.isEmpty() || !saved.isEmpty()) {
      LOG.info("Repaired {} recordings and saved {} calls", repaired.size(), saved.size());
    }
    unended = List.copyOf(mayGoOn);
    return saved;
  }

  /**
   * The recordings were locked at the start and are open now: those that a crash cut off are
   * finished and go to their calls. Does nothing the second time. Waits for disk and database.
   */
  public void unlocked() {
    Path folder = folder();
    List<CallRecord> saved = new ArrayList<>();
    locked.forEach(
        (file, note) -> {
          RecordingRepair.repair(folder, RecordingRepair.part(file), sealing);
          try {
            Recording sound = Files.exists(file) ? settle(folder, note, saved) : null;
            String key = note.call().key();
            if (sound != null && unended.stream().anyMatch(call -> call.key().equals(key))) {
              recorder.brokenOff(key, sound, note.paused());
            } else if (sound != null) {
              open.done(key);
            }
          } catch (RuntimeException e) {
            LOG.error("Call {} stays without its sound until the next start", note.call().key(), e);
          }
        });
    locked.keySet().removeIf(Files::exists);
    LOG.info("Finished the recordings of {} calls that were locked", saved.size());
  }

  /** Saves a call that was left; its sound, or null if there is none or it cannot be opened now. */
  private @Nullable Recording settle(Path folder, OpenCalls.Note note, List<CallRecord> saved) {
    Recording waiting = waiting(folder, note);
    if (waiting != null) {
      locked.put(waiting.file(), note);
      save(note, waiting).ifPresent(saved::add);
      return null;
    }
    Recording sound = sound(folder, note.recordingFile(), note);
    save(note, sound).ifPresent(saved::add);
    forgetOther(folder, note, sound);
    return sound;
  }

  private static @Nullable Recording waiting(Path folder, OpenCalls.Note note) {
    String path = note.recordingFile();
    return path == null
        ? null
        : RecordingRepair.waiting(folder, folder.resolve(path).normalize()).orElse(null);
  }

  private Path folder() {
    return recordings.get().toAbsolutePath().normalize();
  }

  /** Calls of a kit that may still go on, as they were heard of last. */
  public List<Call> unended(String kit) {
    return unended.stream().filter(call -> call.kit().equals(kit)).toList();
  }

  private boolean recent(Call call) {
    return call.startedAt().isAfter(clock.now().minus(LONGEST));
  }

  /** What is known already is not written again: people may have changed the row since. */
  private Optional<CallRecord> save(OpenCalls.Note note, @Nullable Recording sound) {
    boolean known =
        records
            .byKey(note.call().key())
            .filter(row -> sound == null || knows(row, sound))
            .isPresent();
    return known ? Optional.empty() : Optional.of(records.save(finished(note, sound)).value());
  }

  private static boolean knows(CallRecord row, Recording sound) {
    Long millis = row.recordingMillis();
    return sound.relativePath().equals(row.recordingFile())
        && millis != null
        && millis >= sound.millis();
  }

  /** A recording that was to begin with an earlier one: what the other holds whole may go. */
  private void forgetOther(Path folder, OpenCalls.Note note, @Nullable Recording sound) {
    Recording earlier = sound == null ? null : sound(folder, note.earlierFile(), note);
    if (sound == null || earlier == null || sound.file().equals(earlier.file())) {
      return;
    }
    String kept = records.byKey(note.call().key()).map(CallRecord::recordingFile).orElse(null);
    boolean joined = sound.relativePath().equals(kept);
    Recording other = joined ? earlier : sound;
    Recording whole = joined ? sound : earlier;
    if (RecordingRepair.beginsWith(whole.file(), other.file(), sealing)) {
      RecordingRepair.discard(other.file());
    }
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

  private @Nullable Recording sound(Path folder, @Nullable String path, OpenCalls.Note note) {
    if (path == null) {
      return null;
    }
    try {
      return RecordingRepair.look(folder, folder.resolve(path), sealing);
    } catch (KeyException e) {
      LOG.info("The recording of call {} is {}", note.call().key(), e.why());
      if (e.why() == KeyException.Why.LOCKED && path.equals(note.recordingFile())) {
        locked.put(folder.resolve(path).normalize(), note);
      }
      return null;
    } catch (IOException e) {
      LOG.error("The recording of call {} is not there", note.call().key(), e);
      return null;
    }
  }
}
