package app.ringbook.customer.view;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.words.DateWords;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A condition as a line of the filter builder has it.
 *
 * @param field key of the field
 * @param operator what is said of it
 * @param operand as typed
 */
record ConditionForm(String field, Operator operator, String operand) {
  private static final Pattern SEPARATORS = Pattern.compile("[,，;；]");

  /** The line that says the same, or empty if it takes more than a line. */
  static Optional<ConditionForm> of(Filter filter, ListFields fields) {
    return switch (filter) {
      case Filter.Where where -> of(where, fields);
      case Filter.Not(Filter.Where(String field, Condition.OneOf one)) ->
          Optional.of(
              new ConditionForm(field, Operator.NONE_OF, joined(field, one.values(), fields)));
      case Filter.Not(Filter.Where(String field, Condition.Text text))
          when text.way() == Condition.Way.CONTAINS ->
          Optional.of(new ConditionForm(field, Operator.LACKS, text.text()));
      default -> Optional.empty();
    };
  }

  private static Optional<ConditionForm> of(Filter.Where where, ListFields fields) {
    String field = where.field();
    return switch (where.condition()) {
      case Condition.Empty empty ->
          some(field, empty.empty() ? Operator.EMPTY : Operator.FILLED, "");
      case Condition.Flag flag -> some(field, flag.set() ? Operator.YES : Operator.NO, "");
      case Condition.OneOf one -> some(field, Operator.ONE_OF, joined(field, one.values(), fields));
      case Condition.Text text ->
          switch (text.way()) {
            case CONTAINS -> some(field, Operator.CONTAINS, text.text());
            case STARTS -> some(field, Operator.STARTS, text.text());
            case IS -> some(field, Operator.ONE_OF, text.text());
          };
      case Condition.Compared number ->
          some(
              field,
              switch (number.order()) {
                case IS -> Operator.EQUAL;
                case BELOW -> Operator.BELOW;
                case AT_MOST -> Operator.AT_MOST;
                case ABOVE -> Operator.ABOVE;
                case AT_LEAST -> Operator.AT_LEAST;
              },
              number.value().toPlainString());
      case Condition.Between between -> Optional.empty();
      case Condition.When when -> of(field, when.span());
    };
  }

  private static Optional<ConditionForm> of(String field, Span span) {
    return switch (span) {
      case Span.Named named -> some(field, Operator.valueOf(named.name()), "");
      case Span.NextDays next -> some(field, Operator.NEXT_DAYS, String.valueOf(next.days()));
      case Span.LastDays last -> some(field, Operator.LAST_DAYS, String.valueOf(last.days()));
      case Span.LongerAgo ago -> some(field, Operator.LONGER_AGO, String.valueOf(ago.days()));
      case Span.Days days -> {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (first == null) {
          yield last == null ? Optional.empty() : some(field, Operator.UNTIL, last.toString());
        } else if (last == null) {
          yield some(field, Operator.FROM, first.toString());
        }
        yield Objects.equals(first, last)
            ? some(field, Operator.ON, first.toString())
            : Optional.empty();
      }
    };
  }

  private static Optional<ConditionForm> some(String field, Operator operator, String operand) {
    return Optional.of(new ConditionForm(field, operator, operand));
  }

  private static String joined(String field, List<String> values, ListFields fields) {
    return String.join(", ", values.stream().map(value -> fields.word(field, value)).toList());
  }

  /** True while something is still to be typed. */
  boolean unfinished() {
    return operator.operand() != Operator.Operand.NONE && operand.isBlank();
  }

  /**
   * The condition.
   *
   * @throws ProblemException if what is typed cannot be read
   */
  Filter filter(DateWords words, ZoneId zone, ListFields fields) {
    return switch (operator) {
      case ONE_OF -> where(new Condition.OneOf(stored(fields)));
      case NONE_OF -> new Filter.Not(where(new Condition.OneOf(stored(fields))));
      case CONTAINS -> where(new Condition.Text(Condition.Way.CONTAINS, operand.strip()));
      case LACKS ->
          new Filter.Not(where(new Condition.Text(Condition.Way.CONTAINS, operand.strip())));
      case STARTS -> where(new Condition.Text(Condition.Way.STARTS, operand.strip()));
      case NEXT_DAYS -> when(new Span.NextDays(days()));
      case LAST_DAYS -> when(new Span.LastDays(days()));
      case LONGER_AGO -> when(new Span.LongerAgo(days()));
      case ON -> {
        LocalDate day = day(words, zone);
        yield when(new Span.Days(day, day));
      }
      case FROM -> when(new Span.Days(day(words, zone), null));
      case UNTIL -> when(new Span.Days(null, day(words, zone)));
      case EQUAL -> compared(Condition.Order.IS);
      case BELOW -> compared(Condition.Order.BELOW);
      case AT_MOST -> compared(Condition.Order.AT_MOST);
      case ABOVE -> compared(Condition.Order.ABOVE);
      case AT_LEAST -> compared(Condition.Order.AT_LEAST);
      case YES -> where(new Condition.Flag(true));
      case NO -> where(new Condition.Flag(false));
      case EMPTY -> where(new Condition.Empty(true));
      case FILLED -> where(new Condition.Empty(false));
      default -> when(Span.Named.valueOf(operator.name()));
    };
  }

  private Filter where(Condition condition) {
    return Filter.where(field, condition);
  }

  private Filter when(Span span) {
    return where(new Condition.When(span));
  }

  private List<String> stored(ListFields fields) {
    return values().stream().map(value -> fields.stored(field, value)).toList();
  }

  /** The values typed, one by one. */
  List<String> values() {
    return parts(operand);
  }

  /** What is typed with commas between, one by one. */
  static List<String> parts(String typed) {
    return Arrays.stream(SEPARATORS.split(typed))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private Filter compared(Condition.Order order) {
    try {
      String plain = operand.strip().replace(",", "").replace("，", "");
      return where(new Condition.Compared(order, new BigDecimal(plain)));
    } catch (NumberFormatException e) {
      throw new ProblemException("customer.problem.filter_number", operand.strip());
    }
  }

  private int days() {
    try {
      int days = Integer.parseInt(operand.strip());
      if (days > 0 && days < 100_000) {
        return days;
      }
    } catch (NumberFormatException e) {
      throw new ProblemException("customer.problem.filter_days", operand.strip());
    }
    throw new ProblemException("customer.problem.filter_days", operand.strip());
  }

  private LocalDate day(DateWords words, ZoneId zone) {
    String typed = operand.strip().toLowerCase(Locale.ROOT);
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return words
          .first(typed)
          .map(at -> LocalDate.ofInstant(at, zone))
          .orElseThrow(() -> new ProblemException("customer.problem.date_words", typed));
    }
  }
}
