package app.ringbook.customer.catalogue;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Everything the catalogue reads of a customer. Writing gives a changed copy: store its customer
 * and its profile.
 *
 * @param contacts people, the main one first
 * @param phones all numbers, the main one first
 */
public record CustomerRecord(
    Customer customer, Profile profile, List<Contact> contacts, List<Phone> phones) {

  /** Copies the lists. */
  public CustomerRecord {
    contacts = List.copyOf(contacts);
    phones = List.copyOf(phones);
  }

  /** Of what was read at one moment. */
  public static CustomerRecord of(Portrait portrait, Profile profile) {
    return new CustomerRecord(portrait.customer(), profile, portrait.contacts(), portrait.phones());
  }

  /** The customer's key. */
  public long id() {
    return customer.id();
  }

  /** The customer's name. */
  public String name() {
    return customer.name();
  }

  /** The same with another row. */
  public CustomerRecord with(Customer changed) {
    return new CustomerRecord(changed, profile, contacts, phones);
  }

  /** The same with another profile. */
  public CustomerRecord with(Profile changed) {
    return new CustomerRecord(customer, changed, contacts, phones);
  }

  /** The number to call first; never a fax. */
  public Optional<Phone> mainPhone() {
    return phones.stream().filter(p -> p.kind() != PhoneKind.FAX).findFirst();
  }
}
