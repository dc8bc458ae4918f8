package app.ringbook.customer;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts new customers with people and phones as one batch, with ids in the order given. */
final class NewRows {
  private final Transaction transaction;
  private final Instant now;
  private final List<Row> people = new ArrayList<>();
  private final List<Row> phones = new ArrayList<>();
  private long nextContact;
  private long nextPhone;

  NewRows(Transaction transaction, Instant now) {
    this.transaction = transaction;
    this.now = now;
  }

  /** Returns the ids of the customers. */
  List<Long> insert(List<NewCustomer> fresh) {
    if (fresh.isEmpty()) {
      return List.of();
    }
    reserve(
        fresh.stream().mapToInt(c -> c.contacts().size()).sum(),
        (int) fresh.stream().flatMap(NewRows::allPhones).count());
    long id = transaction.nextIds(CustomerRows.CUSTOMER, fresh.size());
    List<Row> rows = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (NewCustomer one : fresh) {
      rows.add(customerRow(id, one));
      addPeople(id, one);
      ids.add(id++);
    }
    rows.addAll(people);
    rows.addAll(phones);
    transaction.insertAll(rows);
    return ids;
  }

  /** Returns the id of the person. */
  long insertContact(long customerId, NewCustomer.NewContact fresh, boolean main) {
    reserve(1, fresh.phones().size());
    long id = addContact(customerId, fresh, main);
    fresh.phones().forEach(p -> addPhone(customerId, id, p, p.main()));
    people.addAll(phones);
    transaction.insertAll(people);
    return id;
  }

  /** The name of a customer without one is that of the first person, else the first number. */
  static String nameOf(NewCustomer fresh) {
    return Stream.of(
            Stream.of(fresh.customer().name()),
            fresh.contacts().stream().map(NewCustomer.NewContact::name),
            allPhones(fresh).map(p -> p.number().raw()))
        .flatMap(names -> names)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseThrow(() -> new ProblemException("customer.problem.empty"));
  }

  private static Stream<NewCustomer.NewPhone> allPhones(NewCustomer fresh) {
    return Stream.concat(
        fresh.phones().stream(), fresh.contacts().stream().flatMap(c -> c.phones().stream()));
  }

  private void reserve(int contacts, int numbers) {
    nextContact = contacts == 0 ? 0 : transaction.nextIds(CustomerRows.CONTACT, contacts);
    nextPhone = numbers == 0 ? 0 : transaction.nextIds(CustomerRows.PHONE, numbers);
  }

  private Row customerRow(long id, NewCustomer fresh) {
    Customer facts = fresh.customer();
    Instant created = facts.createdAt().equals(Instant.EPOCH) ? now : facts.createdAt();
    return CustomerRows.customer(
        facts
            .change()
            .asNew(id)
            .name(nameOf(fresh))
            .createdAt(created)
            .updatedAt(now)
            .build());
  }

  private void addPeople(long customerId, NewCustomer fresh) {
    boolean mainContact = fresh.contacts().stream().noneMatch(NewCustomer.NewContact::main);
    boolean mainPhone = allPhones(fresh).noneMatch(NewCustomer.NewPhone::main);
    for (NewCustomer.NewPhone phone : fresh.phones()) {
      addPhone(customerId, null, phone, phone.main() || mainPhone);
      mainPhone = false;
    }
    for (NewCustomer.NewContact contact : fresh.contacts()) {
      long id = addContact(customerId, contact, contact.main() || mainContact);
      mainContact = false;
      for (NewCustomer.NewPhone phone : contact.phones()) {
        addPhone(customerId, id, phone, phone.main() || mainPhone);
        mainPhone = false;
      }
    }
  }

  private long addContact(long customerId, NewCustomer.NewContact c, boolean main) {
    long id = nextContact++;
    people.add(
        CustomerRows.contact(
            new Contact(
                id, 0, customerId, c.name().strip(), c.role(), c.email(), c.note(), main,
                c.decides())));
    return id;
  }

  private void addPhone(
      long customerId, @Nullable Long contactId, NewCustomer.NewPhone p, boolean main) {
    phones.add(
        CustomerRows.phone(
            new Phone(nextPhone++, 0, customerId, contactId, p.kind(), main, p.number())));
  }
}
