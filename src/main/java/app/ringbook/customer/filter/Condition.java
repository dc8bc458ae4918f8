package app.ringbook.customer.filter;

import java.math.BigDecimal;
import java.util.List;

/** What a condition asks of one field's value. */
public sealed interface Condition {

  /** How a text is compared; capitals and width do not count. */
  enum Way {
    /** Stands anywhere in it. */
    CONTAINS,
    /** Is the whole of it. */
    IS,
    /** Stands at its beginning. */
    STARTS
  }

  /** How a number is compared. */
  enum Order {
    /** Equal. */
    IS,
    /** Smaller. */
    BELOW,
    /** Smaller or equal. */
    AT_MOST,
    /** Larger. */
    ABOVE,
    /** Larger or equal. */
    AT_LEAST
  }

  /** The field has no value, or has one. */
  record Empty(boolean empty) implements Condition {}

  /** A text with, equal to or beginning with this one. */
  record Text(Way way, String text) implements Condition {}

  /** One of these values; of a field with several values, at least one. */
  record OneOf(List<String> values) implements Condition {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** A number or an amount of money, in this relation to a value. */
  record Compared(Order order, BigDecimal value) implements Condition {}

  /** A number from one value to another, both included. */
  record Between(BigDecimal least, BigDecimal most) implements Condition {}

  /** A date, or a moment by its day in the user's zone, in this span. */
  record When(Span span) implements Condition {}

  /** A mark that is set, or is not. */
  record Flag(boolean set) implements Condition {}
}
