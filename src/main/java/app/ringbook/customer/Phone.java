package app.ringbook.customer;

import app.ringbook.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of a customer.
 *
 * @param id key; 0 while it is not stored
 * @param version version that was read; 0 while it is not stored
 * @param customerId whose number it is; always set once stored
 * @param contactId person who answers there, or null for the company's own number
 * @param kind what it is used for
 * @param main true for the number to call first
 * @param number as typed, and what was read from it
 */
public record Phone(
    long id,
    long version,
    long customerId,
    @Nullable Long contactId,
    PhoneKind kind,
    boolean main,
    PhoneNumber number) {

  /** A number that is not stored yet. */
  public static Phone fresh(
      @Nullable Long contactId, PhoneKind kind, boolean main, PhoneNumber number) {
    return new Phone(0, 0, 0, contactId, kind, main, number);
  }

  /** The same phone with another number. */
  public Phone withNumber(PhoneNumber changed) {
    return new Phone(id, version, customerId, contactId, kind, main, changed);
  }

  /** The same phone as the main one, or not. */
  public Phone withMain(boolean changed) {
    return new Phone(id, version, customerId, contactId, kind, changed, number);
  }

  /** The same phone at another person; null for the company's own number. */
  public Phone withContact(@Nullable Long changed) {
    return new Phone(id, version, customerId, changed, kind, main, number);
  }

  /** The same phone for another use. */
  public Phone withKind(PhoneKind changed) {
    return new Phone(id, version, customerId, contactId, changed, main, number);
  }

  /** The same phone as a row of this customer. */
  Phone ofCustomer(long id, long customer) {
    return new Phone(id, version, customer, contactId, kind, main, number);
  }
}
