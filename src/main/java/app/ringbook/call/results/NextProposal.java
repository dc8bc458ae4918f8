package app.ringbook.call.results;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.CallSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Proposes when to be in contact again after a call. */
public final class NextProposal {
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private final Supplier<CallSettings> settings;
  private final AppClock clock;

  /**
   * @param settings asked at each proposal
   */
  public NextProposal(Supplier<CallSettings> settings, AppClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The settings as they are now. */
  public CallSettings settings() {
    return settings.get();
  }

  /**
   * When to be in contact after a call with this result: at ten on a working day.
   *
   * @param result stored name of the result, or the user's own words
   * @param tier the customer's tier, or null
   * @param agreed what is agreed with the customer already, or null
   * @return empty if the result asks for none, or what is agreed comes sooner
   */
  public Optional<Instant> after(String result, @Nullable String tier, @Nullable Instant agreed) {
    LocalDate day =
        switch (CallResult.of(result).map(CallResult::next).orElse(CallResult.Next.BY_TIER)) {
          case NONE -> null;
          case TOMORROW -> clock.today().plusDays(1);
          case BY_TIER -> clock.today().plusDays(settings.get().nextAfter(tier).toDays());
        };
    if (day == null) {
      return Optional.empty();
    }
    Instant at = working(day).atTime(MORNING).atZone(clock.zone()).toInstant();
    boolean sooner = agreed != null && agreed.isAfter(clock.now()) && agreed.isBefore(at);
    return sooner ? Optional.empty() : Optional.of(at);
  }

  /** On the next working day, for something that was promised. */
  public Instant soon() {
    return working(clock.today().plusDays(1)).atTime(MORNING).atZone(clock.zone()).toInstant();
  }

  private static LocalDate working(LocalDate day) {
    LocalDate next = day;
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
