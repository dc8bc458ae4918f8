package app.ringbook.customer.fields;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount of money.
 *
 * @param amount in whole units of the currency, exact
 * @param currency three letters of ISO 4217
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

  /** Compares the amounts; those of different currencies by the letters of the currency first. */
  @Override
  public int compareTo(Money other) {
    int by = currency.compareTo(other.currency);
    return by != 0 ? by : amount.compareTo(other.amount);
  }

  /** How it stands in the database: {@code 1200.5 CNY}. */
  public String stored() {
    return amount.toPlainString() + " " + currency;
  }

  /** Reads {@link #stored}. */
  static Optional<Money> ofStored(String text) {
    int space = text.indexOf(' ');
    try {
      return space < 0
          ? Optional.empty()
          : Optional.of(
              new Money(new BigDecimal(text.substring(0, space)), text.substring(space + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
