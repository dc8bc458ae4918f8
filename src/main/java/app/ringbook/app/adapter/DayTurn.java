package app.ringbook.app.adapter;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executor;

/**
 * Tells once that another day began, for what is shown or told day by day. Looks at the clock every
 * few seconds and counts no time itself, so that a sleeping machine tells it when it wakes up. Used
 * on the window's thread.
 */
public final class DayTurn {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private final AppClock clock;
  private final Listeners<LocalDate> days = new Listeners<>();
  private LocalDate day;

  /** The day it is now was told already. */
  public DayTurn(AppClock clock) {
    this.clock = clock;
    day = clock.today();
  }

  /** Those who want to hear of the new day. */
  public Listeners<LocalDate> days() {
    return days;
  }

  /**
   * Looks again and again until the subscription is closed.
   *
   * @param front the window's thread
   */
  public Subscription follow(Executor front) {
    Worker ticks = new Worker("day-turn");
    ticks.every(PAUSE, () -> front.execute(this::look));
    return ticks::end;
  }

  /** Looks once. */
  void look() {
    LocalDate today = clock.today();
    if (!today.equals(day)) {
      day = today;
      days.tell(today);
    }
  }
}
