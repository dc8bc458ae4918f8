package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person may write down about a customer, in the order of the form. */
enum Fact {
  NAME,
  INDUSTRY,
  TIER,
  OWNER,
  SOURCE,
  TAGS,
  EMAIL,
  WEBSITE,
  ADDRESS,
  CITY,
  POSTAL_CODE,
  REGION,
  COUNTRY,
  NOTE;

  /** Text key of its name. */
  String key() {
    return "customer.fact." + name().toLowerCase(Locale.ROOT);
  }

  /** Its value; empty for none. */
  String of(Customer customer) {
    String value = read(customer);
    return value == null ? "" : value;
  }

  private @Nullable String read(Customer customer) {
    return switch (this) {
      case NAME -> customer.name();
      case INDUSTRY -> customer.industry();
      case TIER -> customer.tier();
      case OWNER -> customer.owner();
      case TAGS -> customer.tags();
      case SOURCE -> customer.source();
      case EMAIL -> customer.email();
      case WEBSITE -> customer.website();
      case ADDRESS -> customer.address();
      case CITY -> customer.city();
      case REGION -> customer.region();
      case POSTAL_CODE -> customer.postalCode();
      case COUNTRY -> customer.country();
      case NOTE -> customer.note();
    };
  }

  /** Writes it; empty for none. */
  Customer.Builder into(Customer.Builder builder, String value) {
    return switch (this) {
      case NAME -> builder.name(value);
      case INDUSTRY -> builder.industry(value);
      case TIER -> builder.tier(value);
      case OWNER -> builder.owner(value);
      case TAGS -> builder.tags(value);
      case SOURCE -> builder.source(value);
      case EMAIL -> builder.email(value);
      case WEBSITE -> builder.website(value);
      case ADDRESS -> builder.address(value);
      case CITY -> builder.city(value);
      case REGION -> builder.region(value);
      case POSTAL_CODE -> builder.postalCode(value);
      case COUNTRY -> builder.country(value);
      case NOTE -> builder.note(value);
    };
  }
}
