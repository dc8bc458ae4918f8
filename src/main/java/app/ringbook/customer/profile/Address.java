package app.ringbook.customer.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address of a customer beside the one in the customer's row.
 *
 * @param id key; 0 while it is not stored
 * @param version version that was read
 * @param customerId whose address it is
 * @param kind what it is for
 * @param country as typed
 * @param region state or province
 * @param city town
 * @param address street and number
 * @param postalCode as written there
 */
public record Address(
    long id,
    long version,
    long customerId,
    Kind kind,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable String address,
    @Nullable String postalCode) {

  /** What an address is for. */
  public enum Kind {
    /** Where people work. */
    OFFICE,
    /** Where goods go. */
    DELIVERY,
    /** Where invoices go. */
    BILLING,
    /** Where the company is registered. */
    REGISTERED,
    /** Anything else. */
    OTHER;

    /** Text key of its name. */
    public String key() {
      return "customer.address." + name().toLowerCase(Locale.ROOT);
    }
  }
}
