package app.ringbook.customer.fields;

import app.ringbook.platform.ProblemException;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a field is computed from other fields of its record, which stand in square brackets by their
 * key: {@code [x3] * 0.13}. It sees values only; it can neither read nor change anything else, and
 * its length and depth are limited. Safe for several threads.
 */
public final class Formula {
  private static final int LONGEST = 1000;
  private static final int MOST_DIGITS = 60;
  private static final Pattern REFERENCE = Pattern.compile("\"[^\"]*\"|\\[([^\\[\\]]*)]");
  private static final Pattern BIG_EXPONENT = Pattern.compile("\\d[eE][+-]?\\d{3,}");

  /**
   * What came out.
   *
   * @param value BigDecimal, String, LocalDate or Boolean; null for nothing, because a field it
   *     needs is empty, or because it failed
   * @param problem text key of the sentence that says why it failed, or null
   */
  public record Result(@Nullable Object value, @Nullable String problem) {}

  private final String source;
  private final List<String> keys;
  private final Expression expression;

  private Formula(String source, List<String> keys, Expression expression) {
    this.source = source;
    this.keys = List.copyOf(keys);
    this.expression = expression;
  }

  /**
   * Reads a formula.
   *
   * @throws ProblemException if it cannot be read: with where
   */
  public static Formula of(String text) {
    String source = text.strip();
    if (source.isEmpty()) {
      throw new ProblemException("customer.formula.problem.empty");
    }
    if (source.length() > LONGEST || BIG_EXPONENT.matcher(source).find()) {
      throw new ProblemException("customer.formula.problem.long", LONGEST);
    }
    List<String> keys = new ArrayList<>();
    String plain =
        replaced(
            source,
            key -> {
              if (!keys.contains(key)) {
                keys.add(key);
              }
              return " v" + keys.indexOf(key) + "_ ";
            });
    Expression expression = new Expression(plain, FormulaWords.configuration());
    try {
      expression.validate();
      for (String name : expression.getUsedVariables()) {
        if (!name.matches("(?i)v\\d+_|today|true|false|null")) {
          throw new ProblemException("customer.formula.problem.unknown", name);
        }
      }
    } catch (ParseException e) {
      throw new ProblemException(e, "customer.formula.problem.syntax", e.getTokenString());
    }
    return new Formula(source, keys, expression);
  }

  /** The formula as stored. */
  public String source() {
    return source;
  }

  /** Keys of the fields it needs. */
  public List<String> keys() {
    return keys;
  }

  /**
   * Computes it.
   *
   * @param values the record's values by key, in the types of {@link FieldKind}
   * @param today the day that {@code TODAY} stands for
   */
  public Result result(Function<String, @Nullable Object> values, LocalDate today) {
    Map<String, Object> known = new LinkedHashMap<>();
    boolean empty = false;
    for (int i = 0; i < keys.size(); i++) {
      Object value = given(values.apply(keys.get(i)));
      empty |= value == null;
      known.put("v" + i + "_", value == null ? EvaluationValue.NULL_VALUE : value);
    }
    known.put("TODAY", moment(today));
    try {
      return taken(expression.copy().withValues(known).evaluate());
    } catch (EvaluationException | ParseException | ArithmeticException e) {
      return new Result(null, empty ? null : "customer.formula.problem.result");
    } catch (RuntimeException e) {
      // The library reports some wrong arguments of functions in ways of its own.
      return new Result(null, "customer.formula.problem.result");
    }
  }

  /**
   * The formula a person typed, with fields by their names, as it is stored, with fields by key.
   *
   * @param keyOf the key of the field with this name, if there is one
   * @throws ProblemException if a name is nobody's
   */
  public static String withKeys(String typed, Function<String, Optional<String>> keyOf) {
    return replaced(
        typed,
        name ->
            "["
                + keyOf
                    .apply(name)
                    .orElseThrow(() -> new ProblemException("customer.formula.problem.field", name))
                + "]");
  }

  /** A stored formula with fields by their names, to be shown and edited. */
  public static String withLabels(String stored, Function<String, Optional<String>> labelOf) {
    return replaced(stored, key -> "[" + labelOf.apply(key).orElse(key) + "]");
  }

  private static String replaced(String text, Function<String, String> reference) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String with = name == null ? matcher.group() : reference.apply(name.strip());
      matcher.appendReplacement(out, Matcher.quoteReplacement(with));
    }
    return matcher.appendTail(out).toString();
  }

  private static @Nullable Object given(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.amount();
      case LocalDate day -> moment(day);
      case List<?> words -> String.join(", ", words.stream().map(String::valueOf).toList());
      case BigDecimal number -> number;
      case Boolean truth -> truth;
      case Instant moment -> moment;
      default -> value.toString();
    };
  }

  private static Result taken(EvaluationValue value) {
    if (value.isNullValue()) {
      return new Result(null, null);
    }
    if (value.isBooleanValue()) {
      return new Result(value.getBooleanValue(), null);
    }
    if (value.isDateTimeValue()) {
      return new Result(LocalDate.ofInstant(value.getDateTimeValue(), ZoneOffset.UTC), null);
    }
    if (value.isDurationValue()) {
      return new Result(BigDecimal.valueOf(value.getDurationValue().toDays()), null);
    }
    if (value.isNumberValue()) {
      BigDecimal number = value.getNumberValue();
      boolean huge = number.precision() - (long) number.scale() > MOST_DIGITS;
      boolean tiny = number.scale() > MOST_DIGITS * 2;
      return huge || tiny
          ? new Result(null, "customer.formula.problem.result")
          : new Result(rounded(number), null);
    }
    return value.isStringValue()
        ? new Result(value.getStringValue(), null)
        : new Result(null, "customer.formula.problem.result");
  }

  private static BigDecimal rounded(BigDecimal number) {
    BigDecimal cut =
        number.scale() > 10 ? number.setScale(10, java.math.RoundingMode.HALF_UP) : number;
    BigDecimal plain = cut.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static Instant moment(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
