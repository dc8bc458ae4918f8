package app.ringbook.customer.view.profile;

import app.ringbook.customer.Contact;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.files.KeptFile;
import app.ringbook.customer.profile.Address;
import app.ringbook.customer.profile.Department;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Rating;
import app.ringbook.platform.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's page reads and does beside the timeline. Everything but {@link #fields},
 * {@link #contactFields}, {@link #options}, {@link #read} and {@link #changes} blocks and is called
 * off the window's thread. What changes something returns its place in the journal.
 */
public interface ProfileBook {

  /** All that is known of a customer. */
  record Known(
      CustomerRecord record,
      List<Department> departments,
      List<Address> addresses,
      List<Need> needs,
      List<KeptFile> files) {

    /** Copies the lists. */
    public Known {
      departments = List.copyOf(departments);
      addresses = List.copyOf(addresses);
      needs = List.copyOf(needs);
      files = List.copyOf(files);
    }
  }

  /** All that is known of a customer, or empty if it was deleted. */
  Optional<Known> known(long id);

  /** The fields of customers as they are now. */
  List<Field<CustomerRecord>> fields();

  /** The fields of contacts as they are now. */
  List<Field<Contact>> contactFields();

  /** The words of a rating. */
  List<Field.Option> options(Rating rating);

  /** Days between contacts with a key customer. */
  int careDays();

  /**
   * What was typed into a field.
   *
   * @return null for nothing
   * @throws app.ringbook.platform.ProblemException if it is no such value
   */
  @Nullable Object read(FieldKind kind, List<String> options, String typed);

  /** Tags in use, the most used first, at most {@code limit}. */
  List<String> tags(int limit);

  /**
   * Writes what differs between the two.
   *
   * @throws app.ringbook.customer.profile.SameCompanyException if it is another customer's company
   */
  long save(CustomerRecord before, CustomerRecord after);

  /** Gives a rating; null takes it away. */
  long rate(long id, Rating rating, @Nullable String word);

  /** Marks a key customer, or takes the mark away. */
  long setKeyCustomer(long id, boolean key);

  /** Says how far a customer has come; null gives that back to events. */
  long setLifeCycle(long id, @Nullable LifeCycle life, String reason);

  /** Adds a need (id 0) or writes a changed one. */
  long saveNeed(Need need);

  /** Deletes a need. */
  long deleteNeed(Need need);

  /** Adds an address (id 0) or writes a changed one. */
  long saveAddress(Address address);

  /** Deletes an address. */
  long deleteAddress(Address address);

  /**
   * Adds a contact (id 0) or writes a changed one.
   *
   * @param number its number as typed; empty for none
   * @param department its department by name, made if there is none; empty for none
   */
  long saveContact(Contact contact, String number, String department);

  /** Deletes a contact; its numbers stay with the customer. */
  long deleteContact(Contact contact);

  /** Keeps a copy of a file with a customer. */
  long addFile(long id, Path source);

  /** Takes a file away from its customer. */
  long removeFile(KeptFile file);

  /** A copy of a file to look at. */
  Path toOpen(KeptFile file);

  /** Copies a file for a field that holds files; returns what the field stores. */
  String keepForField(Path source);

  /** A copy of a field's file to look at. */
  Path toOpen(String value);

  /** Told, on any thread, the customers that changed; an empty set means too many to name. */
  Subscription changes(Consumer<Set<Long>> changed);
}
