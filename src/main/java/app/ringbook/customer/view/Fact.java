package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a person may write down about a customer, in the order of the form. */
enum Fact {
  NAME(Customer::name, Customer.Builder::name),
  INDUSTRY(Customer::industry, Customer.Builder::industry),
  TIER(Customer::tier, Customer.Builder::tier),
  OWNER(Customer::owner, Customer.Builder::owner),
  TAGS(Customer::tags, Customer.Builder::tags),
  SOURCE(Customer::source, Customer.Builder::source),
  EMAIL(Customer::email, Customer.Builder::email),
  WEBSITE(Customer::website, Customer.Builder::website),
  ADDRESS(Customer::address, Customer.Builder::address),
  CITY(Customer::city, Customer.Builder::city),
  REGION(Customer::region, Customer.Builder::region),
  POSTAL_CODE(Customer::postalCode, Customer.Builder::postalCode),
  COUNTRY(Customer::country, Customer.Builder::country),
  NOTE(Customer::note, Customer.Builder::note);

  private final Function<Customer, @Nullable String> read;
  private final BiFunction<Customer.Builder, String, Customer.Builder> write;

  Fact(
      Function<Customer, @Nullable String> read,
      BiFunction<Customer.Builder, String, Customer.Builder> write) {
    this.read = read;
    this.write = write;
  }

  /** Text key of its name. */
  String key() {
    return "customer.fact." + name().toLowerCase(Locale.ROOT);
  }

  /** Its value; empty for none. */
  String of(Customer customer) {
    return Objects.requireNonNullElse(read.apply(customer), "");
  }

  /** Writes it; empty for none. */
  Customer.Builder into(Customer.Builder builder, String value) {
    return write.apply(builder, value);
  }
}
