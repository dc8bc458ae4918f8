package app.ringbook.customer;

import app.ringbook.platform.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be stored, with people and phones. A name or a phone is enough: without a name the
 * number takes its place.
 *
 * @param customer the facts; id and version are ignored
 * @param contacts people
 * @param phones the company's own numbers
 */
public record NewCustomer(Customer customer, List<NewContact> contacts, List<NewPhone> phones) {

  /** Copies the lists. */
  public NewCustomer {
    contacts = List.copyOf(contacts);
    phones = List.copyOf(phones);
  }

  /** A person to be stored. */
  public record NewContact(
      String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String note,
      boolean main,
      boolean decides,
      List<NewPhone> phones) {

    /** Copies the list. */
    public NewContact {
      phones = List.copyOf(phones);
    }
  }

  /** A phone number to be stored. */
  public record NewPhone(PhoneKind kind, boolean main, PhoneNumber number) {}

  /** The quick form: a name and a number. */
  public static NewCustomer of(String name, List<PhoneNumber> numbers) {
    List<NewPhone> phones = new ArrayList<>();
    for (PhoneNumber number : numbers) {
      phones.add(new NewPhone(PhoneKind.OTHER, phones.isEmpty(), number));
    }
    return new NewCustomer(Customer.named(name).build(), List.of(), phones);
  }
}
