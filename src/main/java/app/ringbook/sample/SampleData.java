package app.ringbook.sample;

import app.ringbook.call.CallRecords;
import app.ringbook.call.FinishedCall;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * About 120 invented customers in English and Chinese with people, notes, next contacts, and sixty
 * calls of the last ten days with short recordings. All of it is marked, so that it can be taken
 * away at once. Not for the window's thread.
 */
public final class SampleData {
  private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
  private static final int CALLS = 60;
  private static final int BLOCK = 500;

  /** Customers that calls are with: those at the beginning of either language. */
  private static final int CALLERS = 20;

  private final Database database;
  private final Customers customers;
  private final Timeline timeline;
  private final CallRecords calls;
  private final PhoneNumbers numbers;
  private final AppClock clock;
  private final Supplier<Path> recordingFolder;
  private final CallRecorder.Care care;

  /**
   * @param recordingFolder where recordings go
   * @param care what recordings are protected by: invented ones are sealed like real ones
   */
  public SampleData(
      Database database,
      Customers customers,
      Timeline timeline,
      CallRecords calls,
      PhoneNumbers numbers,
      AppClock clock,
      Supplier<Path> recordingFolder,
      CallRecorder.Care care) {
    this.database = database;
    this.customers = customers;
    this.timeline = timeline;
    this.calls = calls;
    this.numbers = numbers;
    this.clock = clock;
    this.recordingFolder = recordingFolder;
    this.care = care;
  }

  /** True if there is anything that {@link #remove} would take away. */
  public boolean present() {
    return database.read(
        SampleMapper.class, m -> !m.customers(1).isEmpty() || !m.calls().isEmpty());
  }

  /** Stores the sample data; what is there of it already is taken away first. */
  public void load(Progress progress) {
    if (present()) {
      remove();
    }
    List<NewCustomer> invented = new SampleCustomers(numbers, clock).read();
    progress.at(0, CALLS + 1L);
    List<Long> ids =
        database
            .inTransaction(
                Change.of("sample.change.loaded", ""),
                tx -> {
                  List<Long> stored = customers.createAllIn(tx, invented);
                  timeline.appendAllIn(tx, notes(stored, invented));
                  return stored;
                })
            .value();
    try (SampleCalls inventor = new SampleCalls(numbers, clock, recordingFolder, care)) {
      List<FinishedCall> finished = new ArrayList<>();
      for (int i = CALLS - 1; i >= 0; i--) {
        progress.check();
        finished.add(inventor.call(i, i % 10 == 6 ? null : caller(ids, i)));
        progress.at(finished.size(), CALLS + 1L);
      }
      database.inTransaction(
          Change.of("sample.change.loaded", ""),
          tx -> finished.stream().map(call -> calls.saveIn(tx, call)).toList());
    }
  }

  /** Takes all sample data away: calls with their recordings, then customers. */
  public void remove() {
    List<SampleMapper.CallRow> gone = database.read(SampleMapper.class, SampleMapper::calls);
    database.inTransaction(
        Change.of("sample.change.removed", ""),
        tx -> {
          for (SampleMapper.CallRow call : gone) {
            long version = calls.linkIn(tx, call.id(), null, null).version();
            tx.delete("call_record", call.id(), version);
          }
          return gone.size();
        });
    gone.forEach(this::deleteRecording);
    List<Long> ids;
    do {
      ids = database.read(SampleMapper.class, m -> m.customers(BLOCK));
      List<Customer> block = customers.byIds(ids);
      database.inTransaction(
          Change.of("sample.change.removed", ""),
          tx -> {
            block.forEach(customer -> customers.deleteIn(tx, customer));
            return block.size();
          });
    } while (ids.size() == BLOCK);
  }

  private Portrait caller(List<Long> ids, int index) {
    int half = ids.size() / 2;
    int place = index * 3 % CALLERS;
    return customers.portrait(ids.get(index % 2 == 0 ? place : half + place));
  }

  private List<NewEntry> notes(List<Long> ids, List<NewCustomer> invented) {
    List<NewEntry> entries = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Instant at = clock.now().minus(Duration.ofDays(3L + i % 40)).minus(Duration.ofMinutes(i));
      String source = invented.get(i).customer().source();
      entries.add(entry(ids.get(i), TimelineKind.CREATED, at.minus(Duration.ofDays(60)), source));
      if (invented.get(i).customer().note() != null) {
        entries.add(entry(ids.get(i), TimelineKind.NOTE, at, invented.get(i).customer().note()));
      }
    }
    return entries;
  }

  private static NewEntry entry(
      long customer,
      TimelineKind kind,
      Instant at,
      @org.jspecify.annotations.Nullable String title) {
    String words = title == null ? "" : title;
    return new NewEntry(customer, null, kind, at, words, null, null, NewEntry.SAMPLE, null);
  }

  private void deleteRecording(SampleMapper.CallRow call) {
    String file = call.recordingFile();
    if (file == null) {
      return;
    }
    Path sound = recordingFolder.get().resolve(file);
    try {
      KeyFiles.destroy(sound);
    } catch (IOException e) {
      LOG.warn("The sample recording {} could not be deleted", sound, e);
    }
  }
}
