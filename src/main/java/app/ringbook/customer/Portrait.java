package app.ringbook.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** Portraits of these customers in this order, of rows read for all of them. */
  static List<Portrait> joined(
      List<Long> ids, List<Customer> customers, List<Contact> contacts, List<Phone> phones) {
    Map<Long, Customer> byId = new HashMap<>();
    customers.forEach(c -> byId.put(c.id(), c));
    Map<Long, List<Contact>> people =
        contacts.stream().collect(Collectors.groupingBy(Contact::customerId));
    Map<Long, List<Phone>> numbers =
        phones.stream().collect(Collectors.groupingBy(Phone::customerId));
    List<Portrait> joined = new ArrayList<>();
    for (Long id : ids) {
      Customer customer = byId.get(id);
      if (customer != null) {
        joined.add(
            new Portrait(
                customer, people.getOrDefault(id, List.of()), numbers.getOrDefault(id, List.of())));
      }
    }
    return joined;
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
