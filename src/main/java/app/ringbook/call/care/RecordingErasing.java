package app.ringbook.call.care;

import app.ringbook.call.CallRecords;
import app.ringbook.call.care.CareMapper.Recorded;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.care.RecordingCare.Why;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases recordings for good. First it is written down outside of everything a backup holds, then
 * key and sound go, also where an earlier restore put them aside, then the rows say so. Whatever
 * breaks off in between is finished at the next start, and what a restore brings back goes again.
 * The call itself stays. Not for the window's thread.
 */
public final class RecordingErasing {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingErasing.class);
  private final Database database;
  private final CallRecords calls;
  private final RecordingCares cares;
  private final Supplier<Path> recordings;
  private final Path root;
  private final AppClock clock;
  private final Tombstones tombstones;

  /**
   * @param recordings the recording folder
   * @param root the data folder
   */
  public RecordingErasing(
      Database database,
      CallRecords calls,
      RecordingCares cares,
      Supplier<Path> recordings,
      Path root,
      AppClock clock) {
    this.database = database;
    this.calls = calls;
    this.cares = cares;
    this.recordings = recordings;
    this.root = root;
    this.clock = clock;
    this.tombstones = new Tombstones(root, clock);
  }

  /**
   * What erasing a customer's recordings does.
   *
   * @param erased recordings that go, or went
   * @param held recordings that stay because of a legal hold
   */
  public record Count(int erased, int held) {}

  /** What {@link #eraseCustomer} would do. */
  public Count count(long customerId) {
    List<Recorded> all = database.read(CareMapper.class, m -> m.ofCustomer(customerId));
    int held = (int) all.stream().filter(Recorded::held).count();
    return new Count(all.size() - held, held);
  }

  /**
   * Erases every recording of a customer but those under a legal hold.
   *
   * @throws ProblemException if a file cannot be erased; what went before is gone
   */
  public Count eraseCustomer(long customerId) {
    int erased = 0;
    int held = 0;
    for (Recorded one : database.read(CareMapper.class, m -> m.ofCustomer(customerId))) {
      if (one.held()) {
        held++;
      } else {
        erase(one, Why.CUSTOMER);
        erased++;
      }
    }
    return new Count(erased, held);
  }

  /**
   * Erases the recording of one call; one that has none is fine.
   *
   * @throws ProblemException if it is under a legal hold, or a file cannot be erased
   */
  public void erase(String callKey, Why why) {
    Recorded one = database.read(CareMapper.class, m -> m.recorded(callKey));
    if (one != null && one.held()) {
      throw new ProblemException("call.care.held");
    }
    if (one != null) {
      erase(one, why);
    }
  }

  /**
   * The other end does not agree to be recorded, or no longer: noted, and what was recorded goes.
   *
   * @param consent {@link Consent#REFUSED} or {@link Consent#WITHDRAWN}
   * @param recording path of the recording from the recording folder on if the call has no row yet,
   *     or null
   */
  public void refused(
      String callKey, Consent consent, @Nullable String notice, @Nullable String recording) {
    cares.consent(callKey, consent, notice);
    if (recording != null) {
      bury(callKey, Why.REFUSED, recording);
      database.inTransaction(
          Change.of("call.change.erased", ""),
          tx -> cares.erasedIn(tx, callKey, clock.now(), Why.REFUSED));
    }
    erase(callKey, Why.REFUSED);
  }

  /**
   * Erases again what a restore or a crash brought back. To be run at every start, before anything
   * can be played.
   *
   * @return recordings that had come back
   */
  public int again() {
    int back = 0;
    try {
      for (Tombstones.Tombstone stone : tombstones.all()) {
        boolean there = destroy(stone.recording());
        Recorded row = database.read(CareMapper.class, m -> m.recorded(stone.callKey()));
        boolean listed = row != null && row.recordingFile().equals(stone.recording());
        if (listed) {
          forget(row, stone.why());
        }
        back += there || listed ? 1 : 0;
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("What was erased could not be erased again everywhere", e);
    }
    return back;
  }

  void erase(Recorded one, Why why) {
    bury(one.callKey(), why, one.recordingFile());
    forget(one, why);
  }

  private void bury(String callKey, Why why, String recording) {
    try {
      tombstones.add(new Tombstones.Tombstone(callKey, why, recording));
      destroy(recording);
    } catch (IOException e) {
      throw new ProblemException(e, "call.care.notErased", recording);
    }
  }

  private void forget(Recorded one, Why why) {
    database.inTransaction(
        Change.of("call.change.erased", ""),
        tx -> {
          calls.recordingErasedIn(tx, one.id());
          return cares.erasedIn(tx, one.callKey(), clock.now(), why);
        });
  }

  /** Everywhere it may lie: its folder, waiting to go, and what restores put aside. */
  private boolean destroy(String recording) throws IOException {
    boolean found = false;
    for (Path folder : folders()) {
      Path file = folder.resolve(recording).normalize();
      if (file.startsWith(folder)) {
        found |= KeyFiles.destroy(file);
      }
    }
    return found;
  }

  private List<Path> folders() throws IOException {
    Path now = recordings.get().toAbsolutePath().normalize();
    List<Path> all = new ArrayList<>(List.of(now, root.resolve("recordings")));
    all.addAll(below(now.resolve(Quarantine.FOLDER)));
    for (Path replaced : below(root.resolve("replaced"))) {
      all.add(replaced.resolve("recordings"));
      all.addAll(below(replaced.resolve("recordings").resolve(Quarantine.FOLDER)));
    }
    return all;
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    }
  }
}
