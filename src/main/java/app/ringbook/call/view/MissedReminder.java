package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reminds a person once of each missed call that nobody called back in the time of the settings.
 * Looks at the clock every few seconds and counts no time itself, so sleep and restarts change
 * nothing. What falls due in quiet hours, or while the person is elsewhere, waits until they are
 * over. Used on the window's thread.
 */
public final class MissedReminder {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration FORGOTTEN = Duration.ofDays(7);
  private static final int MOST = 200;
  private final CallsBook book;
  private final Settings settings;
  private final Background background;
  private final AppClock clock;
  private final BooleanSupplier there;
  private final Consumer<List<CallRecord>> remind;
  private boolean looking;

  /**
   * @param there true while the person can see what is shown
   * @param remind told the calls to be reminded of, the newest first
   */
  public MissedReminder(
      CallsBook book,
      Settings settings,
      Background background,
      AppClock clock,
      BooleanSupplier there,
      Consumer<List<CallRecord>> remind) {
    this.book = book;
    this.settings = settings;
    this.background = background;
    this.clock = clock;
    this.there = there;
    this.remind = remind;
  }

  /**
   * Looks again and again until the subscription is closed.
   *
   * @param front the window's thread
   */
  public Subscription follow(Executor front) {
    Worker ticks = new Worker("missed-calls");
    ticks.every(PAUSE, () -> front.execute(this::look));
    return ticks::end;
  }

  /** Looks once. */
  void look() {
    int minutes = settings.missed().remindMinutes();
    boolean quiet = settings.call().stripOnly(LocalDateTime.ofInstant(clock.now(), clock.zone()));
    if (looking || minutes == 0 || quiet || !there.getAsBoolean()) {
      return;
    }
    looking = true;
    background
        .run(progress -> due(Duration.ofMinutes(minutes)))
        .orElse(e -> looking = false)
        .then(
            due -> {
              looking = false;
              if (!due.isEmpty()) {
                remind.accept(due);
              }
            });
  }

  /** What is due, kept as told before anybody is told: rather not at all than twice. */
  private List<CallRecord> due(Duration patience) {
    Instant now = clock.now();
    CallFilter waiting =
        CallFilter.ALL.withTab(CallFilter.Tab.MISSED).withSince(now.minus(FORGOTTEN));
    List<CallRecord> missed = book.page(waiting, null, MOST);
    Set<Long> told = new HashSet<>(settings.missed().reminded());
    List<CallRecord> due =
        missed.stream()
            .filter(call -> !call.at().isAfter(now.minus(patience)) && !told.contains(call.id()))
            .toList();
    if (!due.isEmpty()) {
      due.forEach(call -> told.add(call.id()));
      List<Long> known = missed.stream().map(CallRecord::id).filter(told::contains).toList();
      settings.changeMissed(kept -> kept.withReminded(known));
    }
    return due;
  }
}
