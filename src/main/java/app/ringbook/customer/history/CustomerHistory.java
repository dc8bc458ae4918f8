package app.ringbook.customer.history;

import app.ringbook.customer.Contact;
import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.history.HistoryLine.OfField;
import app.ringbook.customer.history.HistoryLine.OfPart;
import app.ringbook.customer.history.HistoryLine.What;
import app.ringbook.customer.profile.ProfileRows;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one customer and what hangs on it, a page at a time, the newest first; and the
 * way back to an earlier value, as an edit like any other. Calls and notes stand in the timeline
 * and are left out. Not for the window's thread.
 */
public final class CustomerHistory {
  private static final int ENTRIES = 20;

  /** Follow from every change, and tell nothing. */
  private static final Set<String> DERIVED = Set.of("created", "updated");

  /** What hangs on a customer, and the column that says what it is. */
  private static final Map<String, String> PARTS =
      Map.of(
          CustomerRows.PHONE, "raw",
          ProfileRows.DEPARTMENT, "name",
          ProfileRows.NEED, "product",
          ProfileRows.FILE, "name");

  private final Database database;
  private final Customers customers;
  private final Profiles profiles;
  private final CustomerCatalogue catalogue;
  private final ContactCatalogue contacts;

  /** Over these services. */
  public CustomerHistory(
      Database database,
      Customers customers,
      Profiles profiles,
      CustomerCatalogue catalogue,
      ContactCatalogue contacts) {
    this.database = database;
    this.customers = customers;
    this.profiles = profiles;
    this.catalogue = catalogue;
    this.contacts = contacts;
  }

  /**
   * Some of the history.
   *
   * @param next where the next page begins; 0 if there is none
   */
  public record Page(List<HistoryLine> lines, long next) {
    /** Copies the lines. */
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /** The fields that have a history. */
  public List<Field<CustomerRecord>> fields() {
    return catalogue.fields().stream()
        .filter(f -> f.column() != null && !DERIVED.contains(f.key()))
        .toList();
  }

  /**
   * One page, the newest first.
   *
   * @param field key of the customer's field to tell of; null for everything
   * @param before where the page begins; {@link Long#MAX_VALUE} for the newest
   * @param limit lines, or some more: a change is never cut
   */
  public Page page(long customerId, @Nullable String field, long before, int limit) {
    List<HistoryLine> lines = new ArrayList<>();
    long place = before;
    while (lines.size() < limit) {
      List<Committed.Past> some =
          database.history(CustomerRows.CUSTOMER, customerId, place, ENTRIES);
      for (Committed.Past past : some) {
        add(past, customerId, field, lines);
        place = past.committed().sequence();
        if (lines.size() >= limit) {
          return new Page(lines, place);
        }
      }
      if (some.size() < ENTRIES) {
        return new Page(lines, 0);
      }
    }
    return new Page(lines, place);
  }

  private void add(
      Committed.Past past, long customerId, @Nullable String field, List<HistoryLine> lines) {
    Committed entry = past.committed();
    for (RowChange row : entry.rows()) {
      for (What what : of(row, customerId)) {
        if (field == null || (what instanceof OfField one && isCustomers(one, field))) {
          lines.add(
              new HistoryLine(
                  entry.sequence(),
                  entry.at(),
                  entry.actor(),
                  entry.change().action(),
                  entry.change().subject(),
                  past.undoneBy() != 0,
                  what));
        }
      }
    }
  }

  private static boolean isCustomers(OfField one, String key) {
    return one.contactId() == null && one.field().key().equals(key);
  }

  private List<What> of(RowChange row, long customerId) {
    Row before = row.before();
    Row after = row.after();
    return switch (row.table()) {
      case CustomerRows.CUSTOMER -> row.id() != customerId ? List.of() : own(before, after);
      case ProfileRows.PROFILE ->
          row.id() != customerId
              ? List.of()
              : differences(
                  PastRecords.profile(before, customerId),
                  PastRecords.profile(after, customerId),
                  ProfileRows.PROFILE);
      case CustomerRows.CONTACT -> belongs(row, customerId) ? person(before, after) : List.of();
      case ProfileRows.ADDRESS ->
          belongs(row, customerId) ? part(row.table(), address(before), address(after)) : List.of();
      default -> {
        String column = PARTS.get(row.table());
        yield column == null || !belongs(row, customerId)
            ? List.of()
            : part(row.table(), text(before, column), text(after, column));
      }
    };
  }

  private List<What> own(@Nullable Row before, @Nullable Row after) {
    if (before == null || after == null) {
      return part(CustomerRows.CUSTOMER, text(before, "name"), text(after, "name"));
    }
    return differences(
        PastRecords.customer(before), PastRecords.customer(after), CustomerRows.CUSTOMER);
  }

  private List<What> differences(CustomerRecord before, CustomerRecord after, String table) {
    List<What> found = new ArrayList<>();
    for (Field<CustomerRecord> field : fields()) {
      if (Objects.requireNonNull(field.column()).table().equals(table)) {
        Object old = field.value(before);
        Object now = field.value(after);
        if (!Objects.equals(old, now)) {
          found.add(new OfField(field, null, null, old, now));
        }
      }
    }
    return found;
  }

  private List<What> person(@Nullable Row before, @Nullable Row after) {
    if (before == null || after == null) {
      return part(CustomerRows.CONTACT, text(before, "name"), text(after, "name"));
    }
    Contact old = PastRecords.contact(before);
    Contact now = PastRecords.contact(after);
    List<What> found = new ArrayList<>();
    for (Field<Contact> field : contacts.fields()) {
      if (field.column() != null && !Objects.equals(field.value(old), field.value(now))) {
        found.add(new OfField(field, now.id(), old.name(), field.value(old), field.value(now)));
      }
    }
    return found;
  }

  private static List<What> part(String table, @Nullable String before, @Nullable String after) {
    return Objects.equals(before, after)
        ? List.of()
        : List.of(new OfPart("customer.history.part." + table, before, after));
  }

  private static boolean belongs(RowChange row, long customerId) {
    return Stream.of(row.before(), row.after())
        .anyMatch(r -> r != null && Objects.equals(r.values().get("customer_id"), customerId));
  }

  private static @Nullable String text(@Nullable Row row, String column) {
    return row == null ? null : PastRecords.text(row, column);
  }

  private static @Nullable String address(@Nullable Row row) {
    return row == null
        ? null
        : Stream.of("address", "city", "region", "country", "postal_code")
            .map(column -> PastRecords.text(row, column))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }

  /**
   * Gives a field the value it had before a change, as an edit of its own that can be undone.
   *
   * @throws ProblemException if the field or the person is gone, or nobody edits the field
   */
  public Database.Done<Boolean> takeBack(long customerId, OfField change) {
    String name = customers.portrait(customerId).customer().name();
    return database.inTransaction(
        Change.of("customer.change.taken_back", name),
        tx -> {
          if (change.contactId() == null) {
            customer(tx, customerId, change);
          } else {
            person(tx, customerId, change);
          }
          return true;
        });
  }

  private void customer(Transaction tx, long customerId, OfField change) {
    Field<CustomerRecord> field =
        catalogue
            .byKey(change.field().key())
            .filter(Field::editable)
            .orElseThrow(() -> new ProblemException("customer.history.problem.field"));
    CustomerRecord now =
        CustomerRecord.of(customers.portraitIn(tx, customerId), profiles.ofIn(tx, customerId));
    CustomerRecord then = field.with(now, change.before());
    if (!then.customer().equals(now.customer())) {
      customers.changeIn(tx, then.customer());
    }
    if (!then.profile().equals(now.profile())) {
      profiles.saveIn(tx, then.profile());
    }
  }

  private void person(Transaction tx, long customerId, OfField change) {
    Field<Contact> field =
        contacts
            .byKey(change.field().key())
            .filter(Field::editable)
            .orElseThrow(() -> new ProblemException("customer.history.problem.field"));
    Contact now =
        customers.portraitIn(tx, customerId).contacts().stream()
            .filter(c -> Objects.equals(c.id(), change.contactId()))
            .findFirst()
            .orElseThrow(() -> new ProblemException("customer.problem.contact_gone"));
    Contact then = field.with(now, change.before());
    if (!then.equals(now)) {
      customers.editContactIn(tx, then);
    }
  }
}
