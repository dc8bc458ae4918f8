package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.Customers;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.catalogue.CustomerRecords;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.columns.OthersChanges;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The customer screens' work, done by the customers in the store. */
public final class StoredCustomerBook implements CustomerBook {
  /** More values than this nobody looks through. */
  private static final int CHOICES = 200;

  private final Database database;
  private final Customers customers;
  private final Twins twins;
  private final CustomerList list;
  private final PhoneNumbers numbers;
  private final CustomerRecords records;
  private final OthersChanges others;
  private final CustomerCatalogue catalogue;
  private final FieldValues values;
  private final Profiles profiles;

  /** What it knows of fields. */
  public record Fields(CustomerCatalogue catalogue, FieldValues values, Profiles profiles) {}

  /** Over these services. */
  public StoredCustomerBook(
      Database database,
      Customers customers,
      Twins twins,
      CustomerList list,
      PhoneNumbers numbers,
      Fields fields) {
    this.database = database;
    this.customers = customers;
    this.twins = twins;
    this.list = list;
    this.numbers = numbers;
    this.catalogue = fields.catalogue();
    this.values = fields.values();
    this.profiles = fields.profiles();
    this.others = new OthersChanges(database);
    this.records = new CustomerRecords(database, customers, profiles, list);
  }

  @Override
  public long count() {
    return customers.count();
  }

  @Override
  public long[] ids(ListQuery query, Progress progress) {
    return list.ids(query, progress);
  }

  @Override
  public Grouping grouped(ListQuery query, String by, Progress progress) {
    return list.grouped(query, by, progress);
  }

  @Override
  public long[] first(ListQuery query, int most) {
    return list.first(query, most);
  }

  @Override
  public List<Field<CustomerRecord>> fields() {
    return catalogue.fields();
  }

  @Override
  public List<ColumnField> columns() {
    return CatalogueColumns.of(catalogue);
  }

  @Override
  public @Nullable Object read(Field<?> field, String typed) {
    return values.read(field.kind(), field.words(), typed);
  }

  @Override
  public long count(Filter filter, Progress progress) {
    return list.count(filter, progress);
  }

  @Override
  public List<String> choices(String field, Progress progress) {
    return list.choices(field, CHOICES, progress).stream().map(ColumnStore.Choice::value).toList();
  }

  @Override
  public List<CustomerRecord> lines(List<Long> ids) {
    return records.of(ids);
  }

  @Override
  public Optional<Portrait> portrait(long id) {
    return customers.byId(id).map(there -> customers.portrait(id));
  }

  @Override
  public List<Twin> twins(String name, String phone) {
    return twins.of(new Twins.Asked(name, parsed(phone), null));
  }

  @Override
  public Created create(String name, String phone, String contact, String reason) {
    List<PhoneNumber> typed = parsed(phone);
    List<NewCustomer.NewPhone> phones = NewCustomer.of(name, typed).phones();
    Customer customer = Customer.named(name).build();
    NewCustomer fresh =
        contact.isBlank()
            ? new NewCustomer(customer, List.of(), phones)
            : new NewCustomer(
                customer,
                List.of(new NewCustomer.NewContact(contact, null, null, null, true, false, phones)),
                List.of());
    Database.Done<Long> done = twins.create(fresh, reason);
    return new Created(done.value(), done.sequence());
  }

  @Override
  public long save(CustomerRecord before, CustomerRecord after) {
    return records.save(before, after);
  }

  @Override
  public long setNextContact(long id, @Nullable Instant at, @Nullable String purpose) {
    return customers.setNextContact(id, at, purpose).sequence();
  }

  @Override
  public long setMainPhone(long id, String raw) {
    Portrait portrait = customers.portrait(id);
    Optional<Phone> main = portrait.mainPhone();
    List<Phone> phones = new ArrayList<>(portrait.phones());
    main.ifPresent(phones::remove);
    if (!raw.isBlank()) {
      PhoneNumber number = readable(raw, portrait.customer());
      phones.addFirst(
          main.map(m -> m.withNumber(number))
              .orElseGet(() -> Phone.fresh(null, PhoneKind.OTHER, true, number)));
    }
    return customers.setPhones(id, phones).sequence();
  }

  @Override
  public long saveContact(Contact contact, String number, String department) {
    Portrait portrait = customers.portrait(contact.customerId());
    @Nullable PhoneNumber typed = number.isBlank() ? null : readable(number, portrait.customer());
    if (contact.id() == 0) {
      return database.write(
          Change.of("customer.change.contact_added", contact.name()),
          tx -> {
            Contact added = customers.addContactIn(tx, contact.customerId(), fresh(contact, typed));
            Contact whole =
                inDepartment(tx, added, department)
                    .withBirthday(contact.birthday())
                    .withCustom(contact.custom());
            if (!whole.equals(added)) {
              customers.editContactIn(tx, whole);
            }
          });
    }
    return database
        .inTransaction(
            Change.of("customer.change.contact_edited", contact.name()),
            tx -> {
              writePhone(tx, portrait, contact.id(), typed);
              return customers.editContactIn(tx, inDepartment(tx, contact, department));
            })
        .sequence();
  }

  private static Contact inDepartment(Transaction tx, Contact contact, String department) {
    return department.isBlank()
        ? contact.withDepartment(null)
        : contact.withDepartment(Departments.addIn(tx, contact.customerId(), department).id());
  }

  private static NewCustomer.NewContact fresh(Contact contact, @Nullable PhoneNumber typed) {
    return new NewCustomer.NewContact(
        contact.name(),
        contact.role(),
        contact.email(),
        contact.note(),
        contact.main(),
        contact.decides(),
        typed == null
            ? List.of()
            : List.of(new NewCustomer.NewPhone(PhoneKind.OTHER, false, typed)));
  }

  private void writePhone(
      Transaction tx, Portrait portrait, long contactId, @Nullable PhoneNumber typed) {
    Optional<Phone> had = portrait.phonesOf(contactId).stream().findFirst();
    if (had.map(Phone::number).equals(Optional.ofNullable(typed))) {
      return;
    }
    List<Phone> phones = new ArrayList<>(portrait.phones());
    had.ifPresent(phones::remove);
    if (typed != null) {
      phones.add(
          had.map(p -> p.withNumber(typed))
              .orElseGet(() -> Phone.fresh(contactId, PhoneKind.OTHER, false, typed)));
    }
    customers.setPhonesIn(tx, portrait.customer().id(), phones);
  }

  @Override
  public long deleteContact(Contact contact) {
    return customers.deleteContact(contact).sequence();
  }

  @Override
  public long delete(long id) {
    return customers.delete(id).sequence();
  }

  @Override
  public BulkEdits.Preview bulkPreview(long[] ids, BulkChange change, Progress progress) {
    return new BulkEdits(database, customers, profiles).preview(ids, change, progress);
  }

  @Override
  public BulkEdits.Done bulk(long[] ids, BulkChange change, String subject, Progress progress) {
    return new BulkEdits(database, customers, profiles).run(ids, change, subject, progress);
  }

  @Override
  public int undoGroup(String group, Progress progress) {
    return database.undoGroup(group, progress).kept().size();
  }

  @Override
  public void undo(long sequence) {
    Database.Undone undone = database.undo(sequence);
    if (undone.undone().isEmpty() && !undone.kept().isEmpty()) {
      throw new ProblemException("customer.problem.undo_kept");
    }
  }

  @Override
  public Subscription changes(Consumer<Set<Long>> changed) {
    Subscription rows = customers.changes().add(changed);
    Subscription known = profiles.changes().add(changed);
    Subscription theirs = others.follow(changed);
    return () -> {
      rows.close();
      known.close();
      theirs.close();
    };
  }

  private PhoneNumber readable(String raw, Customer customer) {
    PhoneNumber number = numbers.parse(raw.strip(), customer.country());
    if (!number.dialable()) {
      throw new ProblemException("customer.problem.no_number", raw.strip());
    }
    return number;
  }

  private List<PhoneNumber> parsed(String phone) {
    return numbers.split(phone).stream().map(numbers::parse).filter(Objects::nonNull).toList();
  }
}
