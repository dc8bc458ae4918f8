package app.ringbook.customer.memory;

import app.ringbook.platform.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that is looked for, as integers: digits without leading zeros, because a trunk zero is
 * written or left out at will. Numbers of more than 18 digits are compared by their last 18.
 *
 * @param e164 international digits, or 0
 * @param national digits without country code, or 0 if there are none
 * @param raw digits as reported where they differ: an area code was put before them, or a prefix
 *     was taken off that may have been part of a foreign number; else 0
 * @param area the office's area code, or 0
 * @param abroad true if the text itself names the country
 */
public record NumberKeys(long e164, long national, long raw, long area, boolean abroad) {
  private static final long SUFFIX = 100_000_000L;
  private static final long SHORT_SUFFIX = 10_000_000L;
  private static final int MOST_DIGITS = 18;
  private static final int LOCAL_DIGITS = 8;

  /** How alike two numbers are. */
  public enum Likeness {
    /** The international forms are equal. */
    EXACT,
    /** The digits are equal but for country code and trunk zero. */
    NATIONAL,
    /** The stored number is the local form of the one looked for. */
    LOCAL_AREA,
    /** One number ends with the other. */
    SUFFIX,
    /** Different numbers. */
    NONE;

    /** True if nobody has to look. */
    public boolean sure() {
      return this != SUFFIX && this != NONE;
    }
  }

  /** The keys of a number that is looked for by an office with this area code. */
  public static NumberKeys of(PhoneNumber number, String areaCode) {
    String text = number.raw().strip();
    long national = digits(number.national());
    long raw = number.extension() == null ? digits(text) : 0;
    boolean abroad = text.startsWith("+") || text.startsWith("00");
    String e164 = number.e164();
    return new NumberKeys(
        e164 == null ? 0 : digits(e164),
        national,
        raw == national ? 0 : raw,
        digits(areaCode),
        abroad);
  }

  /** The digits of a text as a number, without leading zeros. */
  public static long digits(String text) {
    long value = 0;
    int seen = 0;
    for (int i = text.length() - 1; i >= 0 && seen < MOST_DIGITS; i--) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        value += digit * TENS[seen++];
      }
    }
    return value;
  }

  /** How alike the stored number is. */
  public Likeness against(@Nullable String storedE164, String storedNational) {
    return against(storedE164 == null ? 0 : digits(storedE164), digits(storedNational));
  }

  /** How alike the stored number is. */
  public Likeness against(long storedE164, long storedNational) {
    if (storedNational == 0 || national == 0) {
      return Likeness.NONE;
    }
    if (e164 != 0 && e164 == storedE164) {
      return Likeness.EXACT;
    }
    if (national == storedNational) {
      boolean otherCountry = abroad && e164 != 0 && storedE164 != 0;
      return otherCountry ? Likeness.SUFFIX : Likeness.NATIONAL;
    }
    if (raw != 0 && raw == storedNational) {
      return Likeness.NATIONAL;
    }
    if (isLocalFormOf(storedNational)) {
      return Likeness.LOCAL_AREA;
    }
    return endAlike(national, storedNational) || (raw != 0 && endAlike(raw, storedNational))
        ? Likeness.SUFFIX
        : Likeness.NONE;
  }

  private boolean isLocalFormOf(long stored) {
    int length = length(stored);
    return area != 0
        && length >= 5
        && length <= LOCAL_DIGITS
        && national == area * TENS[length] + stored;
  }

  private static boolean endAlike(long one, long other) {
    long shorter = Math.min(one, other);
    int length = length(shorter);
    return length >= LOCAL_DIGITS - 1 && Math.max(one, other) % TENS[length] == shorter;
  }

  private static int length(long digits) {
    int length = 1;
    while (length < MOST_DIGITS && digits >= TENS[length]) {
      length++;
    }
    return length;
  }

  /** The key under which a stored number is kept. */
  public static int suffix(long national) {
    return (int) (national % SUFFIX);
  }

  /** Visits every key under which a like number may be kept, at most three, none twice. */
  void eachSuffix(java.util.function.IntConsumer visitor) {
    if (national == 0) {
      return;
    }
    int first = suffix(national);
    int second = national >= SHORT_SUFFIX ? (int) (national % SHORT_SUFFIX) : first;
    visitor.accept(first);
    if (second != first) {
      visitor.accept(second);
    }
    int third = suffix(raw);
    if (raw != 0 && third != first && third != second) {
      visitor.accept(third);
    }
  }

  /** The same keys as the texts of the column {@code suffix8}. */
  public List<String> suffixes() {
    Set<String> texts = new LinkedHashSet<>();
    eachSuffix(
        key -> {
          texts.add(Integer.toString(key));
          texts.add("%08d".formatted(key));
          texts.add("0" + key);
        });
    texts.removeIf(text -> text.length() > LOCAL_DIGITS);
    return List.copyOf(texts);
  }

  private static final long[] TENS = tens();

  private static long[] tens() {
    long[] tens = new long[MOST_DIGITS + 1];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = tens[i - 1] * 10;
    }
    return tens;
  }
}
