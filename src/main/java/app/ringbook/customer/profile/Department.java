package app.ringbook.customer.profile;

/**
 * A department of a customer, in which people work.
 *
 * @param id key; 0 while it is not stored
 * @param version version that was read
 * @param customerId whose department it is
 * @param name in the user's words
 */
public record Department(long id, long version, long customerId, String name) {

  /** The same department under another name. */
  public Department withName(String changed) {
    return new Department(id, version, customerId, changed);
  }
}
