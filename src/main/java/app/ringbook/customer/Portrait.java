package app.ringbook.customer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer with people and phones, as read at one moment.
 *
 * @param customer the customer
 * @param contacts people, the main one first
 * @param phones all numbers, the main one first
 */
public record Portrait(Customer customer, List<Contact> contacts, List<Phone> phones) {

  /** Copies the lists. */
  public Portrait {
    contacts = List.copyOf(contacts);
    phones = List.copyOf(phones);
  }

  /** The person to ask for. */
  public Optional<Contact> mainContact() {
    return contacts.stream().findFirst();
  }

  /** The number to call first; never a fax. */
  public Optional<Phone> mainPhone() {
    return phones.stream().filter(p -> p.kind() != PhoneKind.FAX).findFirst();
  }

  /** The numbers of one person, or of the company itself for null. */
  public List<Phone> phonesOf(@Nullable Long contactId) {
    return phones.stream().filter(p -> Objects.equals(p.contactId(), contactId)).toList();
  }
}
