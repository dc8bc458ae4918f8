package app.ringbook.customer;

import java.time.LocalDate;
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
 * @param departmentId the department the person works in, or null
 * @param birthday the person's birthday, or null; of an unknown year, year 4
 * @param custom values of the fields users defined, coded as {@code customer.fields.CustomValues}
 *     does; null for none
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
    boolean decides,
    @Nullable Long departmentId,
    @Nullable LocalDate birthday,
    @Nullable String custom) {

  /** A person of whom no more is known than who it is. */
  public static Contact of(
      long id,
      long version,
      long customerId,
      String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String note,
      boolean main,
      boolean decides) {
    return new Contact(
        id, version, customerId, name, role, email, note, main, decides, null, null, null);
  }

  /** The same person under another name. */
  public Contact withName(String changed) {
    return new Contact(
        id,
        version,
        customerId,
        changed,
        role,
        email,
        note,
        main,
        decides,
        departmentId,
        birthday,
        custom);
  }

  /** The same person with another role. */
  public Contact withRole(@Nullable String changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        changed,
        email,
        note,
        main,
        decides,
        departmentId,
        birthday,
        custom);
  }

  /** The same person with another e-mail address. */
  public Contact withEmail(@Nullable String changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        changed,
        note,
        main,
        decides,
        departmentId,
        birthday,
        custom);
  }

  /** The same person with another note. */
  public Contact withNote(@Nullable String changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        email,
        changed,
        main,
        decides,
        departmentId,
        birthday,
        custom);
  }

  /** The same person as the main contact, or not. */
  public Contact withMain(boolean changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        email,
        note,
        changed,
        decides,
        departmentId,
        birthday,
        custom);
  }

  /** The same person as one who decides, or not. */
  public Contact withDecides(boolean changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        email,
        note,
        main,
        changed,
        departmentId,
        birthday,
        custom);
  }

  /** The same person in another department; null for none. */
  public Contact withDepartment(@Nullable Long changed) {
    return new Contact(
        id, version, customerId, name, role, email, note, main, decides, changed, birthday, custom);
  }

  /** The same person with another birthday. */
  public Contact withBirthday(@Nullable LocalDate changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        email,
        note,
        main,
        decides,
        departmentId,
        changed,
        custom);
  }

  /** The same person with other values of the users' own fields. */
  public Contact withCustom(@Nullable String changed) {
    return new Contact(
        id,
        version,
        customerId,
        name,
        role,
        email,
        note,
        main,
        decides,
        departmentId,
        birthday,
        changed);
  }
}
