package app.ringbook.customer.profile;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.RatingSettings;
import app.ringbook.store.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the care for key customers asks for: a contact in time, the birthdays of their people, the
 * day they were won. Customers that are key customers no longer ask for nothing. Not for the
 * window's thread.
 */
public final class Care {
  private final Database database;
  private final Supplier<RatingSettings> settings;
  private final AppClock clock;

  /** What a key customer asks for. */
  public enum Kind {
    /** One of its people has a birthday. */
    BIRTHDAY,
    /** The day comes back on which it was won. */
    ANNIVERSARY,
    /** Nobody talked with it for longer than the settings allow. */
    QUIET
  }

  /**
   * Something to do for a key customer.
   *
   * @param person whose birthday it is, or null
   * @param day the day that comes back, or the day since which a contact is due
   */
  public record Reminder(
      Kind kind, long customerId, String customer, @Nullable String person, LocalDate day) {

    /**
     * The same as long as it is the same reminder: one of days ahead is another one on the day
     * itself.
     */
    public String key(LocalDate today) {
      String about = kind + "/" + customerId + "/" + (person == null ? "" : person) + "/" + day;
      return day.equals(today) ? about + "/today" : about;
    }
  }

  /** By these settings, asked anew each time. */
  public Care(Database database, Supplier<RatingSettings> settings, AppClock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What is due today or so many days ahead, the earliest first.
   *
   * @param person only for the customers this user looks after, and for those nobody does
   */
  public List<Reminder> due(int daysAhead, String person) {
    List<Reminder> due = new ArrayList<>();
    LocalDate last = clock.today().plusDays(daysAhead);
    for (ProfileMapper.Birthday one :
        database.read(ProfileMapper.class, m -> m.birthdays(person))) {
      LocalDate day = Yearly.next(one.birthday(), clock.today());
      if (!day.isAfter(last)) {
        due.add(new Reminder(Kind.BIRTHDAY, one.customerId(), one.customer(), one.person(), day));
      }
    }
    for (ProfileMapper.KeyCustomer one :
        database.read(ProfileMapper.class, m -> m.caredFor(person))) {
      wonOn(one, last, due);
      quiet(one, due);
    }
    due.sort(Comparator.comparing(Reminder::day).thenComparing(Reminder::customer));
    return due;
  }

  private void wonOn(ProfileMapper.KeyCustomer one, LocalDate last, List<Reminder> due) {
    Instant since = one.lifeCycleAt();
    if (since != null && one.contracts() > 0) {
      LocalDate day = Yearly.next(LocalDate.ofInstant(since, clock.zone()), clock.today());
      if (!day.isAfter(last)) {
        due.add(new Reminder(Kind.ANNIVERSARY, one.id(), one.name(), null, day));
      }
    }
  }

  private void quiet(ProfileMapper.KeyCustomer one, List<Reminder> due) {
    Instant contact = one.lastContactAt();
    if (contact != null) {
      LocalDate talked = LocalDate.ofInstant(contact, clock.zone());
      int patience = settings.get().careDays();
      if (ChronoUnit.DAYS.between(talked, clock.today()) > patience) {
        due.add(new Reminder(Kind.QUIET, one.id(), one.name(), null, talked.plusDays(patience)));
      }
    }
  }
}
