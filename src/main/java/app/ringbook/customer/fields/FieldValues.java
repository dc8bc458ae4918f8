package app.ringbook.customer.fields;

import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into fields, and turns values into the one form in which they are stored:
 * plain decimals, days as 2027-03-01, money with its currency, one word of a list a line.
 */
public final class FieldValues {
  /** Most characters of a text in a field of the user's own. */
  public static final int LONGEST = 4000;

  private static final int DIGITS = 30;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d+)?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONEY =
      Pattern.compile("([A-Z]{3}|[¥$€£元])?([-+]?[\\d.,]+)([万亿]|[KM])?([A-Z]{3}|[元¥$€£])?");
  private static final Pattern SEPARATORS = Pattern.compile("[,，;；、\n|]");
  private static final Pattern PHONE = Pattern.compile(".*\\d.*\\d.*\\d.*", Pattern.DOTALL);
  private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP");
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "万", BigDecimal.valueOf(10_000),
          "亿", BigDecimal.valueOf(100_000_000),
          "K", BigDecimal.valueOf(1_000),
          "M", BigDecimal.valueOf(1_000_000));

  private final Supplier<String> currency;

  /**
   * @param currency three letters of the currency meant where none is typed
   */
  public FieldValues(Supplier<String> currency) {
    this.currency = currency;
  }

  /**
   * Reads what was typed or imported.
   *
   * @param options words to choose from, for lists
   * @return the value in the type of the kind; null for nothing
   * @throws ProblemException if it is not such a value: with what would be
   */
  public @Nullable Object read(FieldKind kind, List<String> options, String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case TEXT, LONG_TEXT, FILE -> shortEnough(text);
      case NUMBER -> number(text);
      case MONEY -> money(text);
      case DATE -> day(text);
      case MOMENT -> moment(text);
      case FLAG -> flag(text);
      case LIST -> option(options, text);
      case MULTI_LIST -> options(options, text);
      case PHONE -> phone(text);
      case FORMULA -> throw new ProblemException("customer.field.problem.computed");
    };
  }

  /** The form in which a value of that kind is stored. */
  public static String stored(FieldKind kind, Object value) {
    return switch (value) {
      case BigDecimal number -> plain(number);
      case Money money ->
          new Money(new BigDecimal(plain(money.amount())), money.currency()).stored();
      case List<?> words -> String.join("\n", words.stream().map(String::valueOf).toList());
      default -> value.toString();
    };
  }

  /**
   * The value of that kind that is stored like this; what is stored in another form, by a field
   * that had another kind once, comes as its text.
   */
  public static Object loaded(FieldKind kind, String stored) {
    try {
      return switch (kind) {
        case NUMBER -> new BigDecimal(stored);
        case MONEY -> Money.ofStored(stored).<Object>map(m -> m).orElse(stored);
        case DATE -> LocalDate.parse(stored);
        case MOMENT -> Instant.parse(stored);
        case FLAG -> Boolean.valueOf(stored);
        case MULTI_LIST -> stored.lines().toList();
        case TEXT, LONG_TEXT, LIST, PHONE, FILE, FORMULA -> stored;
      };
    } catch (NumberFormatException | DateTimeException e) {
      return stored;
    }
  }

  private static String shortEnough(String text) {
    if (text.length() > LONGEST) {
      throw new ProblemException("customer.field.problem.long", LONGEST);
    }
    return text;
  }

  private static BigDecimal number(String typed) {
    String text = wide(typed).replace(" ", "");
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches() || text.chars().noneMatch(Character::isDigit)) {
      throw new ProblemException("customer.field.problem.number", typed);
    }
    BigDecimal number = new BigDecimal(text.replace(",", ""));
    if (number.precision() > DIGITS || number.scale() > DIGITS) {
      throw new ProblemException("customer.field.problem.number", typed);
    }
    return new BigDecimal(plain(number));
  }

  private Money money(String typed) {
    String text = wide(typed).replace(" ", "").toUpperCase(Locale.ROOT);
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      throw new ProblemException("customer.field.problem.money", typed);
    }
    String sign = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
    BigDecimal unit = UNITS.getOrDefault(String.valueOf(matcher.group(3)), BigDecimal.ONE);
    BigDecimal amount;
    try {
      amount = number(matcher.group(2)).multiply(unit);
    } catch (ProblemException e) {
      throw new ProblemException(e, "customer.field.problem.money", typed);
    }
    return new Money(new BigDecimal(plain(amount)), currency(sign));
  }

  private String currency(@Nullable String sign) {
    String usual = currency.get();
    if (sign == null) {
      return usual;
    }
    if (sign.equals("元") || sign.equals("¥")) {
      return usual.equals("JPY") ? "JPY" : "CNY";
    }
    return SIGNS.getOrDefault(sign, sign);
  }

  private static LocalDate day(String typed) {
    Matcher matcher = DAY.matcher(wide(typed).replace(" ", ""));
    if (matcher.matches()) {
      int first = matcher.group(1) != null ? 1 : 4;
      try {
        return LocalDate.of(
            Integer.parseInt(matcher.group(first)),
            Integer.parseInt(matcher.group(first + 1)),
            Integer.parseInt(matcher.group(first + 2)));
      } catch (DateTimeException e) {
        throw new ProblemException(e, "customer.field.problem.date", typed);
      }
    }
    throw new ProblemException("customer.field.problem.date", typed);
  }

  private static Instant moment(String typed) {
    try {
      return Instant.parse(typed);
    } catch (DateTimeException e) {
      throw new ProblemException(e, "customer.field.problem.date", typed);
    }
  }

  private static Boolean flag(String typed) {
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1", "x", "是", "√" -> true;
      case "false", "no", "n", "0", "否" -> false;
      default -> throw new ProblemException("customer.field.problem.flag", typed);
    };
  }

  private static String option(List<String> options, String typed) {
    return options.stream()
        .filter(o -> o.equals(typed))
        .findFirst()
        .or(() -> options.stream().filter(o -> o.equalsIgnoreCase(typed)).findFirst())
        .orElseThrow(
            () ->
                new ProblemException(
                    "customer.field.problem.option_unknown", typed, String.join(", ", options)));
  }

  private static List<String> options(List<String> options, String typed) {
    List<String> chosen = new ArrayList<>();
    for (String word : SEPARATORS.splitAsStream(typed).toList()) {
      if (!word.isBlank()) {
        String option = option(options, word.strip());
        if (!chosen.contains(option)) {
          chosen.add(option);
        }
      }
    }
    return List.copyOf(chosen);
  }

  private static String phone(String typed) {
    if (!PHONE.matcher(typed).matches() || typed.length() > 200) {
      throw new ProblemException("customer.field.problem.phone", typed);
    }
    return typed;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String wide(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('¥', '¥').strip();
  }
}
