package app.ringbook.testkit;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How customers in memory are found and put in order. */
final class FakeListOrder {
  private FakeListOrder() {}

  static Comparator<Customer> by(String sort) {
    return switch (sort) {
      case "nextContact" -> byMoment(Customer::nextContactAt);
      case "lastContact" -> byMoment(Customer::lastContactAt);
      case "created" -> byMoment(Customer::createdAt);
      default ->
          Comparator.comparing(
              c -> String.valueOf(NaiveFilter.value(sort, c)), Comparator.naturalOrder());
    };
  }

  static boolean matches(Portrait portrait, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return portrait.customer().name().toLowerCase(Locale.ROOT).contains(wanted)
        || portrait.phones().stream().anyMatch(p -> p.number().raw().contains(wanted));
  }

  private static Comparator<Customer> byMoment(
      java.util.function.Function<Customer, @Nullable Instant> moment) {
    return Comparator.comparing(moment, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
  }
}
