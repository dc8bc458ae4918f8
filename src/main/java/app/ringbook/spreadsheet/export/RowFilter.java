package app.ringbook.spreadsheet.export;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Narrows records by a filter in the language of the list of customers, over the columns of their
 * export. For kinds whose lists have no filters of their own, such as calls and leads.
 *
 * @param <R> the record
 */
final class RowFilter<R> {
  private final Map<String, ExportColumn<R>> columns = new LinkedHashMap<>();
  private final AppClock clock;

  /**
   * @param clock what today is
   */
  RowFilter(List<ExportColumn<R>> columns, AppClock clock) {
    columns.forEach(c -> this.columns.put(c.key(), c));
    this.clock = clock;
  }

  /** The same source without the records that are not meant. */
  static <R> ExportSource<R> narrowed(ExportSource<R> source, Filter filter, AppClock clock) {
    if (filter.everybody()) {
      return source;
    }
    RowFilter<R> rows = new RowFilter<>(source.columns(), clock);
    rows.check(filter);
    return new ExportSource<>(
        source.word(),
        source.columns(),
        (progress, sink) ->
            source
                .records()
                .each(
                    progress,
                    one -> {
                      if (rows.meets(one, filter)) {
                        sink.accept(one);
                      }
                    }));
  }

  private void check(Filter filter) {
    for (String field : filter.fields()) {
      if (!columns.containsKey(field)) {
        throw new ProblemException(
            "spreadsheet.export.problem.field", field, String.join(", ", columns.keySet()));
      }
    }
  }

  private boolean meets(R record, Filter filter) {
    return switch (filter) {
      case Filter.All all -> all.parts().stream().allMatch(part -> meets(record, part));
      case Filter.Any any -> any.parts().stream().anyMatch(part -> meets(record, part));
      case Filter.Not not -> !meets(record, not.part());
      case Filter.Where where -> {
        ExportColumn<R> column = columns.get(where.field());
        yield column != null && meets(column.value().apply(record), where.condition());
      }
    };
  }

  private boolean meets(@Nullable Object value, Condition condition) {
    return switch (condition) {
      case Condition.Empty empty -> empty.empty() == (value == null || value.equals(""));
      case Condition.Text text ->
          words(value).anyMatch(word -> meets(text.way(), word, NameKeys.fold(text.text())));
      case Condition.OneOf one ->
          words(value)
              .anyMatch(word -> one.values().stream().anyMatch(v -> NameKeys.fold(v).equals(word)));
      case Condition.Compared compared ->
          value instanceof BigDecimal number
              && meets(compared.order(), number.compareTo(compared.value()));
      case Condition.Between between ->
          value instanceof BigDecimal number
              && number.compareTo(between.least()) >= 0
              && number.compareTo(between.most()) <= 0;
      case Condition.Flag flag -> value instanceof Boolean set && set == flag.set();
      case Condition.When when -> within(day(value), when.span().days(clock.today()));
    };
  }

  /** The value's words, folded; a word of the program both as it is kept and as it is shown. */
  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case ExportColumn.Word(String stored, String shown) ->
          Stream.of(stored, shown).map(NameKeys::fold);
      default -> Stream.of(NameKeys.fold(value.toString()));
    };
  }

  private static boolean meets(Condition.Way way, String word, String wanted) {
    return switch (way) {
      case CONTAINS -> word.contains(wanted);
      case IS -> word.equals(wanted);
      case STARTS -> word.startsWith(wanted);
    };
  }

  private static boolean meets(Condition.Order order, int compared) {
    return switch (order) {
      case IS -> compared == 0;
      case BELOW -> compared < 0;
      case AT_MOST -> compared <= 0;
      case ABOVE -> compared > 0;
      case AT_LEAST -> compared >= 0;
    };
  }

  private @Nullable LocalDate day(@Nullable Object value) {
    return switch (value) {
      case LocalDate day -> day;
      case Instant moment -> LocalDate.ofInstant(moment, clock.zone());
      case null, default -> null;
    };
  }

  private static boolean within(@Nullable LocalDate day, Span.Days span) {
    return day != null
        && (span.first() == null || !day.isBefore(span.first()))
        && (span.last() == null || !day.isAfter(span.last()));
  }
}
