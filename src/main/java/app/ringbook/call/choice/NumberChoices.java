package app.ringbook.call.choice;

import app.ringbook.customer.CustomerMatcher;
import app.ringbook.platform.AppClock;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for each number whom people chose, by the time of day: one colleague has the shared
 * telephone in the morning, another in the afternoon. Not for the window's thread.
 */
public final class NumberChoices {
  private static final String TABLE = "number_choice";
  private static final int LONGEST_NUMBER = 40;

  /** Night, morning, afternoon begin at these hours of the user's clock. */
  private static final int MORNING_BEGINS = 6;

  private static final int AFTERNOON_BEGINS = 12;
  private static final int NIGHT_BEGINS = 20;

  private record Person(long customerId, @Nullable Long contactId) {}

  private final Database database;
  private final AppClock clock;

  /** Reads and writes through this database. */
  public NumberChoices(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The time of day: 0 night, 1 morning, 2 afternoon. */
  int band(Instant at) {
    int hour = at.atZone(clock.zone()).getHour();
    if (hour < MORNING_BEGINS || hour >= NIGHT_BEGINS) {
      return 0;
    }
    return hour < AFTERNOON_BEGINS ? 1 : 2;
  }

  /**
   * Whom a number was taken for most often at this time of day, else at any time; of equals the one
   * chosen last. It is sure while nobody else was ever chosen for the number.
   *
   * @param number international where known, else as the line gave it
   */
  public Optional<CustomerMatcher.Learned> learned(String number, Instant at) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    List<NumberChoice> all = database.read(ChoiceMapper.class, m -> m.ofNumber(cut(number)));
    List<NumberChoice> now = all.stream().filter(c -> c.hourBand() == band(at)).toList();
    boolean sure = all.stream().map(NumberChoices::person).distinct().count() == 1;
    return most(now.isEmpty() ? all : now)
        .map(p -> new CustomerMatcher.Learned(p.customerId(), p.contactId(), sure));
  }

  private static Optional<Person> most(List<NumberChoice> choices) {
    Map<Person, Integer> times = new LinkedHashMap<>();
    choices.forEach(c -> times.merge(person(c), c.times(), Integer::sum));
    // The newest come first, and the first of equals wins.
    return times.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .findFirst()
        .map(Map.Entry::getKey);
  }

  /** Somebody said that a call with this number at this moment was this one's. */
  public void rememberIn(
      Transaction transaction,
      String number,
      Instant at,
      long customerId,
      @Nullable Long contactId) {
    if (number.isEmpty()) {
      return;
    }
    int band = band(at);
    NumberChoice before =
        transaction.mapper(ChoiceMapper.class).ofNumber(cut(number)).stream()
            .filter(c -> c.hourBand() == band && c.customerId() == customerId)
            .filter(c -> Objects.equals(c.contactId(), contactId))
            .findFirst()
            .orElse(null);
    if (before == null) {
      transaction.insert(
          row(
              new NumberChoice(
                  transaction.nextId(TABLE), 0, cut(number), band, customerId, contactId, 1, at)));
    } else {
      transaction.update(
          row(
              new NumberChoice(
                  before.id(),
                  before.version(),
                  before.number(),
                  band,
                  customerId,
                  contactId,
                  before.times() + 1,
                  at.isAfter(before.lastAt()) ? at : before.lastAt())));
    }
  }

  /** Forgets a customer who is deleted. */
  public void forgetCustomerIn(Transaction transaction, long customerId) {
    for (NumberChoice c : transaction.mapper(ChoiceMapper.class).ofCustomer(customerId)) {
      transaction.delete(TABLE, c.id(), c.version());
    }
  }

  /** Forgets a person who is deleted. */
  public void forgetContactIn(Transaction transaction, long contactId) {
    for (NumberChoice c : transaction.mapper(ChoiceMapper.class).ofContact(contactId)) {
      transaction.delete(TABLE, c.id(), c.version());
    }
  }

  private static Person person(NumberChoice choice) {
    return new Person(choice.customerId(), choice.contactId());
  }

  private static String cut(String number) {
    return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER);
  }

  private static Row row(NumberChoice c) {
    return Row.of(TABLE, c.id(), c.version())
        .set("number", c.number())
        .set("hour_band", c.hourBand())
        .set("customer_id", c.customerId())
        .set("contact_id", c.contactId())
        .set("times", c.times())
        .set("last_at", c.lastAt())
        .build();
  }
}
