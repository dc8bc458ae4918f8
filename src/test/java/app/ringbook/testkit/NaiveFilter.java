package app.ringbook.testkit;

import app.ringbook.customer.Customer;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.customer.names.NameKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter carried out customer by customer, as one would explain it. */
public record NaiveFilter(LocalDate today, ZoneId zone) {

  /** True if the customer is meant. */
  public boolean means(Filter filter, Customer customer) {
    return switch (filter) {
      case Filter.All all -> all.parts().stream().allMatch(part -> means(part, customer));
      case Filter.Any any -> any.parts().stream().anyMatch(part -> means(part, customer));
      case Filter.Not not -> !means(not.part(), customer);
      case Filter.Where where -> meets(where.condition(), value(where.field(), customer), where);
    };
  }

  /** The value of a field. */
  public static @Nullable Object value(String field, Customer c) {
    Object value =
        switch (field) {
          case "name" -> c.name();
          case "industry" -> c.industry();
          case "tier" -> c.tier();
          case "owner" -> c.owner();
          case "tags" -> c.tags();
          case "city" -> c.city();
          case "note" -> c.note();
          case "email" -> c.email();
          case "nextContact" -> c.nextContactAt();
          case "lastContact" -> c.lastContactAt();
          case "created" -> c.createdAt();
          case "doNotCall" -> c.doNotCall();
          default -> throw new IllegalArgumentException(field);
        };
    return value instanceof String text && text.isBlank() ? null : value;
  }

  private boolean meets(Condition condition, @Nullable Object value, Filter.Where where) {
    return switch (condition) {
      case Condition.Empty empty -> (value == null) == empty.empty();
      case Condition.Flag flag -> value instanceof Boolean set && set == flag.set();
      case Condition.When when -> value instanceof Instant at && in(when.span(), at);
      case Condition.Compared number -> false;
      case Condition.Between between -> false;
      case Condition.OneOf one ->
          value instanceof String text
              && parts(where, text).stream()
                  .anyMatch(p -> one.values().stream().anyMatch(v -> same(v, p)));
      case Condition.Text asked ->
          value instanceof String text
              && !NameKeys.fold(asked.text()).isEmpty()
              && switch (asked.way()) {
                case CONTAINS -> NameKeys.fold(text).contains(NameKeys.fold(asked.text()));
                case IS -> parts(where, text).stream().anyMatch(p -> same(p, asked.text()));
                case STARTS ->
                    parts(where, text).stream()
                        .anyMatch(p -> NameKeys.fold(p).startsWith(NameKeys.fold(asked.text())));
              };
    };
  }

  private static List<String> parts(Filter.Where where, String text) {
    return where.field().equals("tags")
        ? List.of(text.split("[,，;；]")).stream()
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList()
        : List.of(text);
  }

  private static boolean same(String one, String other) {
    return NameKeys.fold(one).equals(NameKeys.fold(other));
  }

  private boolean in(Span span, Instant at) {
    Span.Days days = span.days(today);
    LocalDate day = LocalDate.ofInstant(at, zone);
    return (days.first() == null || !day.isBefore(days.first()))
        && (days.last() == null || !day.isAfter(days.last()));
  }
}
