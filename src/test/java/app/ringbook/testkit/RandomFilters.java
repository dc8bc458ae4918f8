package app.ringbook.testkit;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Filters of every shape over the fields of customers, with values that do occur. */
public final class RandomFilters {
  /** Values that texts of test customers are made of. */
  public static final List<String> WORDS =
      List.of(
          "A", "B", "Expo", "expo", "Key", "Ｋey", "苏州", "上海 Web", "Ärzte", "x \"y\" \\z", "100%");

  private static final List<String> TEXTS =
      List.of("name", "industry", "tier", "owner", "tags", "city", "note", "email");
  private static final List<String> MOMENTS = List.of("nextContact", "lastContact", "created");
  private final Random random;

  /** Drawn from this. */
  public RandomFilters(Random random) {
    this.random = random;
  }

  /** A filter at most so deep. */
  public Filter next(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0, 1 -> new Filter.All(parts(depth));
      case 2, 3 -> new Filter.Any(parts(depth));
      case 4 -> new Filter.Not(next(depth - 1));
      default -> where();
    };
  }

  private List<Filter> parts(int depth) {
    List<Filter> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(next(depth - 1));
    }
    return parts;
  }

  private Filter where() {
    return switch (random.nextInt(8)) {
      case 0 -> new Filter.Where("doNotCall", new Condition.Flag(random.nextBoolean()));
      case 1, 2, 3 -> new Filter.Where(one(MOMENTS), new Condition.When(span()));
      case 4 -> new Filter.Where(random.nextBoolean() ? one(TEXTS) : one(MOMENTS), odd());
      default -> new Filter.Where(one(TEXTS), text());
    };
  }

  private Condition odd() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Condition.Compared(
              one(List.of(Condition.Order.values())), BigDecimal.valueOf(random.nextInt(), 2));
      case 1 -> new Condition.Between(BigDecimal.ONE, new BigDecimal("2.5"));
      default -> new Condition.Empty(random.nextBoolean());
    };
  }

  private Condition text() {
    if (random.nextInt(3) == 0) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(one(WORDS));
      }
      return new Condition.OneOf(values);
    }
    String word = one(WORDS);
    return new Condition.Text(
        one(List.of(Condition.Way.values())), word.substring(0, 1 + random.nextInt(word.length())));
  }

  private Span span() {
    int days = random.nextInt(60);
    LocalDate day = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> new Span.NextDays(days);
      case 1 -> new Span.LastDays(days);
      case 2 -> new Span.LongerAgo(days);
      case 3 -> new Span.Days(day, random.nextBoolean() ? null : day.plusDays(days));
      case 4 -> new Span.Days(null, day);
      default -> one(List.of(Span.Named.values()));
    };
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
