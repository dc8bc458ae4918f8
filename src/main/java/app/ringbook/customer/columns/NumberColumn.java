package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Numbers in ten-thousandths, dates in days, moments in milliseconds, as whole numbers. */
final class NumberColumn implements Column {
  private static final long NONE = Long.MIN_VALUE;
  private static final int DECIMALS = 4;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE - 1, DECIMALS);
  private final ColumnField.Form form;
  private long[] values = new long[0];

  /** For one of the forms that are numbers. */
  NumberColumn(ColumnField.Form form) {
    this.form = form;
  }

  @Override
  public void put(int slot, @Nullable Object value) {
    if (slot >= values.length) {
      int had = values.length;
      values = Arrays.copyOf(values, Math.max(slot + 1, had + had / 2 + 1024));
      Arrays.fill(values, had, values.length, NONE);
    }
    values[slot] = number(value);
  }

  private static long number(@Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case Instant at -> at.toEpochMilli();
      case LocalDate day -> day.toEpochDay();
      case BigDecimal number -> scaled(number, RoundingMode.HALF_UP);
      case Number number -> scaled(new BigDecimal(number.toString()), RoundingMode.HALF_UP);
      default -> NONE;
    };
  }

  /** Too large ones stay the largest: they only have to compare right. */
  private static long scaled(BigDecimal number, RoundingMode rounding) {
    return number
        .min(MOST)
        .max(MOST.negate())
        .setScale(DECIMALS, rounding)
        .unscaledValue()
        .longValue();
  }

  @Override
  public BitSet matching(Condition condition, Now now, int size) {
    return switch (condition) {
      case Condition.Empty empty when empty.empty() -> missing(size);
      case Condition.Empty empty -> between(NONE + 1, Long.MAX_VALUE, size);
      case Condition.Compared number when form == ColumnField.Form.NUMBER -> compared(number, size);
      case Condition.Between between when form == ColumnField.Form.NUMBER ->
          between(
              scaled(between.least(), RoundingMode.CEILING),
              scaled(between.most(), RoundingMode.FLOOR),
              size);
      case Condition.When when when form != ColumnField.Form.NUMBER ->
          inDays(when.span().days(now.today()), now, size);
      default -> new BitSet();
    };
  }

  private BitSet compared(Condition.Compared number, int size) {
    BigDecimal value = number.value();
    return switch (number.order()) {
      case IS ->
          between(scaled(value, RoundingMode.CEILING), scaled(value, RoundingMode.FLOOR), size);
      case BELOW -> between(NONE + 1, scaled(value, RoundingMode.CEILING) - 1, size);
      case AT_MOST -> between(NONE + 1, scaled(value, RoundingMode.FLOOR), size);
      case ABOVE -> between(scaled(value, RoundingMode.FLOOR) + 1, Long.MAX_VALUE, size);
      case AT_LEAST -> between(scaled(value, RoundingMode.CEILING), Long.MAX_VALUE, size);
    };
  }

  private BitSet inDays(Span.Days days, Now now, int size) {
    LocalDate first = days.first();
    LocalDate last = days.last();
    return between(
        first == null ? NONE + 1 : beginning(first, now),
        last == null ? Long.MAX_VALUE : beginning(last.plusDays(1), now) - 1,
        size);
  }

  private long beginning(LocalDate day, Now now) {
    return form == ColumnField.Form.DATE
        ? day.toEpochDay()
        : day.atStartOfDay(now.zone()).toInstant().toEpochMilli();
  }

  private BitSet between(long least, long most, int size) {
    BitSet found = new BitSet(size);
    int end = Math.min(size, values.length);
    for (int slot = 0; slot < end; slot++) {
      if (values[slot] >= least && values[slot] <= most) {
        found.set(slot);
      }
    }
    return found;
  }

  private BitSet missing(int size) {
    BitSet found = between(NONE + 1, Long.MAX_VALUE, size);
    found.flip(0, size);
    return found;
  }

  @Override
  public int[] sorted(int[] slots, boolean descending) {
    long least = Long.MAX_VALUE;
    long most = NONE;
    for (int slot : slots) {
      long value = number(slot);
      if (value != NONE) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    long from = least;
    long to = most;
    return most == NONE
        ? slots
        : Sorting.byValue(
            slots,
            slot -> {
              long value = number(slot);
              return value == NONE ? to - from + 1 : descending ? to - value : value - from;
            });
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private long number(int slot) {
    return slot < values.length ? values[slot] : NONE;
  }

  @Override
  public @Nullable Object value(int slot) {
    long value = number(slot);
    if (value == NONE) {
      return null;
    }
    return switch (form) {
      case DATE -> LocalDate.ofEpochDay(value);
      case MOMENT -> Instant.ofEpochMilli(value);
      default -> new BigDecimal(plain(BigDecimal.valueOf(value, DECIMALS)));
    };
  }

  @Override
  public long rank(int slot) {
    return number(slot);
  }

  @Override
  public long bytes() {
    return 8L * values.length;
  }
}
