package app.ringbook.customer.fields;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a field holds, and so how it is edited, compared and written into sheets. */
public enum FieldKind {
  /** A line of text: a String. */
  TEXT,
  /** Text of several lines: a String. */
  LONG_TEXT,
  /** A BigDecimal without a unit. */
  NUMBER,
  /** A {@link Money}. */
  MONEY,
  /** A day: a LocalDate. */
  DATE,
  /** A moment: an Instant. */
  MOMENT,
  /** Yes or no: a Boolean. */
  FLAG,
  /** One of some words: a String. */
  LIST,
  /** Several of some words: a List of String. */
  MULTI_LIST,
  /** A phone number as typed: a String. */
  PHONE,
  /** A kept file: a String, {@code stored name/name}. */
  FILE,
  /** Computed from other fields: BigDecimal, String, LocalDate or Boolean. */
  FORMULA;

  private static final Set<FieldKind> OF_THE_PROGRAM = EnumSet.of(LONG_TEXT, MOMENT, FLAG);

  /** The kinds a user may choose for a field of their own, in the order shown. */
  public static List<FieldKind> ofUsers() {
    return List.of(values()).stream().filter(k -> !OF_THE_PROGRAM.contains(k)).toList();
  }

  /** Text key of its name. */
  public String key() {
    return "customer.kind." + name().toLowerCase(Locale.ROOT);
  }

  /** True if the words to choose from are part of the field. */
  public boolean hasOptions() {
    return this == LIST || this == MULTI_LIST;
  }

  /** True if values are put in order by size, not by letters. */
  public boolean ordered() {
    return this == NUMBER || this == MONEY || this == DATE || this == MOMENT;
  }
}
