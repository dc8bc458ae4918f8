package app.ringbook.customer.filter;

import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The text form of a filter, for views that are kept or handed on: {@code tier in ("A", "B") and
 * not tags in ("Expo") and next_contact this_week}. Reading what was written gives an equal filter.
 * Pure; safe for any thread.
 */
public final class FilterText {
  private FilterText() {}

  /** The filter as text; empty for everybody. */
  public static String write(Filter filter) {
    return filter.equals(Filter.everyone()) ? "" : write(filter, false);
  }

  /**
   * The filter that a text says.
   *
   * @throws ProblemException if it is none, with the word where it ends to make sense
   */
  public static Filter read(String text) {
    return text.isBlank() ? Filter.everyone() : new FilterReader(text).read();
  }

  private static String write(Filter filter, boolean inner) {
    return switch (filter) {
      case Filter.All all ->
          switch (all.parts().size()) {
            case 0 -> "all";
            case 1 -> "all(" + write(all.parts().getFirst(), false) + ")";
            default -> joined(all.parts(), " and ", inner);
          };
      case Filter.Any any ->
          switch (any.parts().size()) {
            case 0 -> "any";
            case 1 -> "any(" + write(any.parts().getFirst(), false) + ")";
            default -> joined(any.parts(), " or ", inner);
          };
      case Filter.Not not -> "not " + write(not.part(), true);
      case Filter.Where where -> field(where.field()) + " " + write(where.condition());
    };
  }

  private static String joined(List<Filter> parts, String word, boolean inner) {
    String text = parts.stream().map(p -> write(p, true)).collect(Collectors.joining(word));
    return inner ? "(" + text + ")" : text;
  }

  private static String field(String key) {
    return FilterReader.plainWord(key) ? key : quoted(key);
  }

  private static String write(Condition condition) {
    return switch (condition) {
      case Condition.Empty empty -> empty.empty() ? "empty" : "filled";
      case Condition.Text text -> word(text.way()) + " " + quoted(text.text());
      case Condition.OneOf one ->
          one.values().stream()
              .map(FilterText::quoted)
              .collect(Collectors.joining(", ", "in (", ")"));
      case Condition.Compared number -> sign(number.order()) + " " + number.value().toPlainString();
      case Condition.Between between ->
          "between " + between.least().toPlainString() + " and " + between.most().toPlainString();
      case Condition.When when -> write(when.span());
      case Condition.Flag flag -> flag.set() ? "yes" : "no";
    };
  }

  private static String write(Span span) {
    return switch (span) {
      case Span.Named named -> word(named);
      case Span.NextDays next -> "next_days " + next.days();
      case Span.LastDays last -> "last_days " + last.days();
      case Span.LongerAgo ago -> "longer_ago " + ago.days();
      case Span.Days days -> {
        if (days.first() == null && days.last() == null) {
          yield "any_day";
        } else if (days.first() == null) {
          yield "until " + days.last();
        } else if (days.last() == null) {
          yield "from " + days.first();
        }
        yield Objects.equals(days.first(), days.last())
            ? "on " + days.first()
            : "from " + days.first() + " to " + days.last();
      }
    };
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String sign(Condition.Order order) {
    return switch (order) {
      case IS -> "=";
      case BELOW -> "<";
      case AT_MOST -> "<=";
      case ABOVE -> ">";
      case AT_LEAST -> ">=";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
