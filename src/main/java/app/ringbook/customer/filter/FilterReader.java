package app.ringbook.customer.filter;

import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a filter; see {@link FilterText}. One reader reads one text. */
final class FilterReader {
  /** Deeper than anybody nests by hand; a text from elsewhere must not fill the stack. */
  private static final int DEEPEST = 60;

  private static final int MOST_DAYS = 100_000;
  private static final Set<String> JOINING = Set.of("and", "or", "not", "all", "any");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*+\")|([\\p{L}_][\\p{L}\\p{N}_.:-]*+)"
              + "|(-?\\d[\\d.-]*+)|(<=|>=|[<>=(),]))",
          Pattern.DOTALL);

  private final String text;
  private int place;
  private int depth;
  private @Nullable String token;

  FilterReader(String text) {
    this.text = text;
    next();
  }

  /** True for a field that needs no quotes. */
  static boolean plainWord(String key) {
    return WORD.matcher(key).matches() && !JOINING.contains(key);
  }

  Filter read() {
    Filter filter = any();
    if (token != null) {
      throw problem();
    }
    return filter;
  }

  private Filter any() {
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(all());
    } while (skip("or"));
    return parts.size() == 1 ? parts.getFirst() : new Filter.Any(parts);
  }

  private Filter all() {
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(part());
    } while (skip("and"));
    return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
  }

  private Filter part() {
    if (++depth > DEEPEST) {
      throw problem();
    }
    try {
      if (skip("not")) {
        return new Filter.Not(part());
      } else if (skip("(")) {
        return closed(any());
      } else if (skip("all")) {
        return skip("(") ? new Filter.All(List.of(closed(any()))) : Filter.everyone();
      } else if (skip("any")) {
        return new Filter.Any(skip("(") ? List.of(closed(any())) : List.of());
      }
      return new Filter.Where(field(), condition());
    } finally {
      depth--;
    }
  }

  private Filter closed(Filter filter) {
    expect(")");
    return filter;
  }

  private String field() {
    String present = take();
    if (present.startsWith("\"")) {
      return unquoted(present);
    } else if (!WORD.matcher(present).matches()) {
      throw problem();
    }
    return present;
  }

  private Condition condition() {
    String word = take();
    for (Condition.Way way : Condition.Way.values()) {
      if (word.equals(FilterText.word(way))) {
        return new Condition.Text(way, string());
      }
    }
    for (Condition.Order order : Condition.Order.values()) {
      if (word.equals(FilterText.sign(order))) {
        return new Condition.Compared(order, number());
      }
    }
    return switch (word) {
      case "empty" -> new Condition.Empty(true);
      case "filled" -> new Condition.Empty(false);
      case "yes" -> new Condition.Flag(true);
      case "no" -> new Condition.Flag(false);
      case "in" -> new Condition.OneOf(strings());
      case "between" -> {
        BigDecimal least = number();
        expect("and");
        yield new Condition.Between(least, number());
      }
      default -> new Condition.When(span(word));
    };
  }

  private Span span(String word) {
    for (Span.Named named : Span.Named.values()) {
      if (word.equals(FilterText.word(named))) {
        return named;
      }
    }
    return switch (word) {
      case "next_days" -> new Span.NextDays(days());
      case "last_days" -> new Span.LastDays(days());
      case "longer_ago" -> new Span.LongerAgo(days());
      case "any_day" -> new Span.Days(null, null);
      case "until" -> new Span.Days(null, date());
      case "on" -> {
        LocalDate day = date();
        yield new Span.Days(day, day);
      }
      case "from" -> {
        LocalDate first = date();
        yield new Span.Days(first, skip("to") ? date() : null);
      }
      default -> throw problem();
    };
  }

  private List<String> strings() {
    expect("(");
    List<String> values = new ArrayList<>();
    if (!skip(")")) {
      do {
        values.add(string());
      } while (skip(","));
      expect(")");
    }
    return values;
  }

  private String string() {
    String present = take();
    if (!present.startsWith("\"")) {
      throw problem();
    }
    return unquoted(present);
  }

  private static String unquoted(String quoted) {
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      plain.append(c == '\\' ? quoted.charAt(++i) : c);
    }
    return plain.toString();
  }

  private BigDecimal number() {
    try {
      return new BigDecimal(take());
    } catch (NumberFormatException e) {
      throw problem();
    }
  }

  private int days() {
    try {
      int days = Integer.parseInt(take());
      if (days >= 0 && days <= MOST_DAYS) {
        return days;
      }
    } catch (NumberFormatException e) {
      throw problem();
    }
    throw problem();
  }

  private LocalDate date() {
    try {
      return LocalDate.parse(take());
    } catch (DateTimeException e) {
      throw problem();
    }
  }

  private boolean skip(String wanted) {
    if (wanted.equals(token)) {
      next();
      return true;
    }
    return false;
  }

  private void expect(String wanted) {
    if (!skip(wanted)) {
      throw problem();
    }
  }

  private String take() {
    String present = token;
    if (present == null) {
      throw problem();
    }
    next();
    return present;
  }

  private void next() {
    Matcher matcher = TOKEN.matcher(text).region(place, text.length());
    if (matcher.lookingAt()) {
      token = matcher.group().strip();
      place = matcher.end();
    } else if (text.substring(place).isBlank()) {
      token = null;
    } else {
      throw problem();
    }
  }

  private ProblemException problem() {
    String rest = text.substring(Math.min(place, text.length())).strip();
    String shown = rest.isEmpty() ? text.strip() : rest;
    return new ProblemException(
        "customer.problem.filter_text", shown.length() > 60 ? shown.substring(0, 60) : shown);
  }
}
