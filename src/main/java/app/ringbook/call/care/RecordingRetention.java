package app.ringbook.call.care;

import app.ringbook.call.care.CareMapper.Recorded;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets recordings go when their time is over: they wait a week out of the way, then they are
 * erased. A legal hold wins, a longer time brings back what waits. A clock that jumped more than 25
 * hours since the last look lets nothing go before a person said so. Not for the window's thread.
 */
public final class RecordingRetention {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingRetention.class);
  private static final Duration JUMP = Duration.ofHours(25);
  private static final int QUARANTINE_DAYS = 7;
  private static final String SEEN = "retention.txt";
  private final Database database;
  private final RecordingErasing erasing;
  private final IntSupplier keepMonths;
  private final Supplier<Path> recordings;
  private final Path seen;
  private final AppClock clock;

  /**
   * @param keepMonths how long recordings are kept; 0 for ever
   * @param root the data folder
   */
  public RecordingRetention(
      Database database,
      RecordingErasing erasing,
      IntSupplier keepMonths,
      Supplier<Path> recordings,
      Path root,
      AppClock clock) {
    this.database = database;
    this.erasing = erasing;
    this.keepMonths = keepMonths;
    this.recordings = recordings;
    this.seen = root.resolve(SEEN);
    this.clock = clock;
  }

  /**
   * What a run does, or would do.
   *
   * @param leaving recordings that go into the week of waiting
   * @param erased recordings whose week is over
   * @param held recordings that stay because of a legal hold
   * @param back recordings that wait and are brought back
   * @param confirm true if the clock jumped and nothing is done before a person says so
   */
  public record Plan(int leaving, int erased, int held, int back, boolean confirm) {
    /** True if there is anything to let go. */
    public boolean any() {
      return leaving + erased > 0;
    }
  }

  /** The day until which a recording of that moment is kept; empty if for ever. */
  public Optional<LocalDate> keptUntil(Instant at, boolean legalHold) {
    int months = keepMonths.getAsInt();
    return months == 0 || legalHold
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(at, clock.zone()).plusMonths(months));
  }

  /** What {@link #run} would do with these months; changes nothing. */
  public Plan plan(OptionalInt months) {
    return go(months.orElseGet(keepMonths), false, jumped());
  }

  /**
   * Lets go what is due.
   *
   * @param confirmed true if a person said that the clock is right
   */
  public synchronized Plan run(boolean confirmed) {
    boolean jumped = jumped() && !confirmed;
    Plan plan = go(keepMonths.getAsInt(), !jumped, jumped);
    if (!jumped || !plan.any()) {
      look();
    }
    if (plan.any()) {
      LOG.info("Recordings whose time is over: {}", plan);
    }
    return plan;
  }

  private Plan go(int months, boolean really, boolean jumped) {
    LocalDate today = clock.today();
    Map<String, Recorded> due = new HashMap<>();
    int held = 0;
    if (months > 0) {
      Instant end = today.minusMonths(months).atStartOfDay(clock.zone()).toInstant();
      List<Recorded> old = database.read(CareMapper.class, m -> m.recordedBefore(end));
      held = (int) old.stream().filter(Recorded::held).count();
      old.stream().filter(r -> !r.held()).forEach(r -> due.put(r.recordingFile(), r));
    }
    try {
      Quarantine quarantine = new Quarantine(recordings.get());
      Map<String, LocalDate> waiting = quarantine.waiting();
      int back = 0;
      for (Map.Entry<String, LocalDate> one : waiting.entrySet()) {
        if (!due.containsKey(one.getKey())) {
          back++;
          if (really) {
            quarantine.release(one.getKey(), one.getValue());
          }
        }
      }
      int leaving = 0;
      int erased = 0;
      for (Recorded one : due.values()) {
        LocalDate since = waiting.get(one.recordingFile());
        if (since == null) {
          // A recording that is not there now may be on a disk that is not plugged in: it stays.
          boolean there = quarantine.here(one.recordingFile());
          leaving += there ? 1 : 0;
          if (really && there) {
            quarantine.take(one.recordingFile(), today);
          }
        } else if (!since.plusDays(QUARANTINE_DAYS).isAfter(today)) {
          erased++;
          if (really) {
            erasing.erase(one, RecordingCare.Why.EXPIRED);
          }
        }
      }
      return new Plan(leaving, erased, held, back, jumped);
    } catch (IOException e) {
      throw new ProblemException(e, "call.care.retention", recordings.get().toString());
    }
  }

  private boolean jumped() {
    try {
      if (!Files.exists(seen)) {
        return false;
      }
      Instant last = Instant.parse(Files.readString(seen).strip());
      return Duration.between(last, clock.now()).abs().compareTo(JUMP) > 0;
    } catch (IOException | DateTimeException e) {
      LOG.warn("{} cannot be read", seen, e);
      return true;
    }
  }

  /** Remembers that the clock was right now. */
  private void look() {
    try {
      Path fresh = seen.resolveSibling(SEEN + ".new");
      Files.writeString(fresh, clock.now().toString());
      Files.move(fresh, seen, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("{} cannot be written", seen, e);
    }
  }
}
