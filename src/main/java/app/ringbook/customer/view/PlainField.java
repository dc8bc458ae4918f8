package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerLine;
import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text of the customer's own row that is typed into a cell as it is.
 *
 * @param key key of the field
 * @param inLine its value in a line of the list
 * @param inCustomer its value in a customer
 * @param set gives it another value; empty for none
 */
record PlainField(
    String key,
    Function<CustomerLine, @Nullable String> inLine,
    Function<Customer, @Nullable String> inCustomer,
    BiFunction<Customer.Builder, String, Customer.Builder> set) {
  private static final List<PlainField> ALL =
      List.of(
          new PlainField("name", CustomerLine::name, Customer::name, Customer.Builder::name),
          new PlainField(
              "industry", CustomerLine::industry, Customer::industry, Customer.Builder::industry),
          new PlainField(
              "tier", CustomerLine::tier, Customer::tier, (b, text) -> b.tier(tier(text))),
          new PlainField("owner", CustomerLine::owner, Customer::owner, Customer.Builder::owner),
          new PlainField("tags", CustomerLine::tags, Customer::tags, Customer.Builder::tags),
          new PlainField(
              "source", CustomerLine::source, Customer::source, Customer.Builder::source),
          new PlainField(
              "country", CustomerLine::country, Customer::country, Customer.Builder::country),
          new PlainField(
              "region", CustomerLine::region, Customer::region, Customer.Builder::region),
          new PlainField("city", CustomerLine::city, Customer::city, Customer.Builder::city),
          new PlainField(
              "address", CustomerLine::address, Customer::address, Customer.Builder::address),
          new PlainField(
              "postal_code",
              CustomerLine::postalCode,
              Customer::postalCode,
              Customer.Builder::postalCode),
          new PlainField(
              "website", CustomerLine::website, Customer::website, Customer.Builder::website),
          new PlainField("email", CustomerLine::email, Customer::email, Customer.Builder::email),
          new PlainField("note", CustomerLine::note, Customer::note, Customer.Builder::note),
          new PlainField(
              "next_contact_note",
              CustomerLine::nextContactNote,
              Customer::nextContactNote,
              Customer.Builder::nextContactNote));

  /** The field of this key, if it is one of these. */
  static Optional<PlainField> of(String key) {
    return ALL.stream().filter(field -> field.key.equals(key)).findFirst();
  }

  /** The value in a line of the list. */
  @Nullable String shown(CustomerLine line) {
    return inLine.apply(line);
  }

  /** The value of a customer. */
  @Nullable String stored(Customer customer) {
    return inCustomer.apply(customer);
  }

  /**
   * The customer with another value; empty for none.
   *
   * @throws ProblemException if it cannot be the value
   */
  Customer changed(Customer customer, String text) {
    return set.apply(customer.change(), text).build();
  }

  private static String tier(String text) {
    String tier = text.strip().toUpperCase(Locale.ROOT);
    if (!tier.isEmpty() && !tier.matches("[ABC]")) {
      throw new ProblemException("customer.problem.tier", text.strip());
    }
    return tier;
  }
}
