package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as it is exported.
 *
 * @param contact the person
 * @param customer where the person works
 * @param phones the person's own numbers, the main one first
 * @param house numbers of the company itself, the main one first
 * @param department the department, or null
 */
public record Person(
    Contact contact,
    Customer customer,
    List<Phone> phones,
    List<Phone> house,
    @Nullable String department) {

  /** Copies the phones. */
  public Person {
    phones = List.copyOf(phones);
    house = List.copyOf(house);
  }
}
