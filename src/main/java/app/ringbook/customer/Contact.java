package app.ringbook.customer;

import org.jspecify.annotations.Nullable;

/**
 * A person at a customer.
 *
 * @param id key
 * @param version version that was read
 * @param customerId where the person works
 * @param name full name
 * @param role what the person does, in the user's words
 * @param email address, unchecked
 * @param note free text
 * @param main true for the person to ask for first
 * @param decides true if the person decides about buying
 */
public record Contact(
    long id,
    long version,
    long customerId,
    String name,
    @Nullable String role,
    @Nullable String email,
    @Nullable String note,
    boolean main,
    boolean decides) {

  /** The same person under another name. */
  public Contact withName(String changed) {
    return new Contact(id, version, customerId, changed, role, email, note, main, decides);
  }

  /** The same person with another role. */
  public Contact withRole(@Nullable String changed) {
    return new Contact(id, version, customerId, name, changed, email, note, main, decides);
  }

  /** The same person with another e-mail address. */
  public Contact withEmail(@Nullable String changed) {
    return new Contact(id, version, customerId, name, role, changed, note, main, decides);
  }

  /** The same person with another note. */
  public Contact withNote(@Nullable String changed) {
    return new Contact(id, version, customerId, name, role, email, changed, main, decides);
  }

  /** The same person as the main contact, or not. */
  public Contact withMain(boolean changed) {
    return new Contact(id, version, customerId, name, role, email, note, changed, decides);
  }

  /** The same person as one who decides, or not. */
  public Contact withDecides(boolean changed) {
    return new Contact(id, version, customerId, name, role, email, note, main, changed);
  }
}
