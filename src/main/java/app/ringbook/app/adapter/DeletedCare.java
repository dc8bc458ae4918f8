package app.ringbook.app.adapter;

import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Worker;
import app.ringbook.settings.Settings;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.trash.Trash;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the trash of what lay there long enough, again and again. A customer stays as long as one
 * of its recordings is on legal hold: whose recording it was must remain known. Files that nobody
 * refers to for as long leave the disk.
 */
public final class DeletedCare implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeletedCare.class);
  private static final Duration ROUND = Duration.ofHours(6);
  private final Trash trash;
  private final KeptFiles files;
  private final RecordingCares cares;
  private final Settings settings;
  private final AppClock clock;
  private final Worker rounds = new Worker("deleted-care");

  /** Does nothing before {@link #start}. */
  public DeletedCare(
      Trash trash, KeptFiles files, RecordingCares cares, Settings settings, AppClock clock) {
    this.trash = trash;
    this.files = files;
    this.cares = cares;
    this.settings = settings;
    this.clock = clock;
  }

  /** From now on it goes round. */
  public void start() {
    rounds.execute(this::round);
    rounds.every(ROUND, this::round);
  }

  /** One round. */
  void round() {
    Trash.Emptied emptied =
        trash.empty(clock.now().minus(Duration.ofDays(settings.trash().days())), this::held);
    int purged = files.purge(settings.trash().days());
    LOG.info("{} files deleted that nobody uses", purged);
    LOG.info("{} records left the trash, {} are held", emptied.gone(), emptied.held());
  }

  private boolean held(List<RowChange> rows) {
    for (RowChange row : rows) {
      Row before = row.before();
      if (before != null
          && before.table().equals("call_record")
          && cares
              .of(String.valueOf(before.values().get("call_key")))
              .filter(RecordingCare::legalHold)
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
