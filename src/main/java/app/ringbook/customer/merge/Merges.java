package app.ringbook.customer.merge;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one customer of several: everything that hangs on the others moves to the one that stays,
 * people and numbers that are there twice become one, the others go. One transaction and one entry
 * of the journal: it is whole or not at all, also when the power fails, and it can be taken back.
 * Not for the window's thread.
 */
public final class Merges {
  private static final String CUSTOMER = "customer";
  private static final String CONTACT = "contact";

  private final Database database;
  private final Customers customers;
  private final Profiles profiles;
  private final CustomerCatalogue catalogue;

  /** Over these services. */
  public Merges(
      Database database, Customers customers, Profiles profiles, CustomerCatalogue catalogue) {
    this.database = database;
    this.customers = customers;
    this.profiles = profiles;
    this.catalogue = catalogue;
  }

  /**
   * What a merge did.
   *
   * @param moved rows that hang on the customer that stays from now on, by table
   */
  public record Merged(long customerId, Map<String, Integer> moved) {

    /** Copies the map. */
    public Merged {
      moved = new TreeMap<>(moved);
    }
  }

  /**
   * Reads customers for a merge.
   *
   * @throws ProblemException if one is gone, or there are not two to five
   */
  public MergeDraft draft(List<Long> customerIds) {
    List<Long> ids = customerIds.stream().distinct().toList();
    if (ids.size() < MergeDraft.LEAST || ids.size() > MergeDraft.MOST) {
      throw new ProblemException("customer.problem.merge_count", MergeDraft.MOST);
    }
    List<CustomerRecord> records = new ArrayList<>();
    for (long id : ids) {
      records.add(CustomerRecord.of(customers.portrait(id), profiles.of(id)));
    }
    return new MergeDraft(records, catalogue.fields());
  }

  /**
   * Carries the draft out.
   *
   * @throws app.ringbook.store.StaleRowException if one of them was changed since it was read
   */
  public Database.Done<Merged> merge(MergeDraft draft) {
    CustomerRecord result = draft.result();
    List<CustomerRecord> others = draft.others();
    long id = result.customer().id();
    return database.inTransaction(
        Change.of("customer.change.merged", result.customer().name()),
        tx -> {
          Map<String, Integer> moved = new LinkedHashMap<>();
          for (CustomerRecord other : others) {
            tx.repoint(CUSTOMER, other.customer().id(), id)
                .forEach((table, rows) -> moved.merge(table, rows, Integer::sum));
            customers.deleteIn(tx, other.customer());
          }
          Customer stored = customers.editIn(tx, id, now -> whole(result, others));
          profiles.editIn(tx, id, now -> result.profile());
          onePersonEach(tx, id);
          oneNumberEach(tx, id);
          customers.mergedIn(tx, stored, others.stream().map(o -> o.customer().name()).toList());
          return new Merged(id, moved);
        });
  }

  /** What no field of the catalogue writes: the last contact, and the day it was first known. */
  private static Customer whole(CustomerRecord result, List<CustomerRecord> others) {
    Customer chosen = result.customer();
    Instant last = chosen.lastContactAt();
    Instant created = chosen.createdAt();
    for (CustomerRecord other : others) {
      last = later(last, other.customer().lastContactAt());
      created =
          other.customer().createdAt().isBefore(created) ? other.customer().createdAt() : created;
    }
    return chosen.change().lastContactAt(last).createdAt(created).build();
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /** People of one name are one person; what the first lacks comes from the others. */
  private void onePersonEach(Transaction tx, long id) {
    Map<Object, List<Contact>> people = new LinkedHashMap<>();
    for (Contact contact : customers.portraitIn(tx, id).contacts()) {
      String key = NameKeys.twinKey(contact.name());
      people
          .computeIfAbsent(key.isEmpty() ? contact.id() : key, k -> new ArrayList<>())
          .add(contact);
    }
    boolean main = true;
    for (List<Contact> same : people.values()) {
      Contact first = same.getFirst();
      Contact one = first.withMain(main);
      for (Contact other : same.subList(1, same.size())) {
        tx.repoint(CONTACT, other.id(), first.id());
        tx.delete(CONTACT, other.id(), other.version());
        one = filled(one, other);
      }
      if (!one.equals(first)) {
        tx.update(CustomerRows.contact(one));
      }
      main = false;
    }
  }

  private static Contact filled(Contact first, Contact other) {
    return first
        .withRole(first.role() == null ? other.role() : first.role())
        .withEmail(first.email() == null ? other.email() : first.email())
        .withNote(both(first.note(), other.note()))
        .withDecides(first.decides() || other.decides());
  }

  private static @Nullable String both(@Nullable String one, @Nullable String other) {
    List<String> notes = Stream.of(one, other).flatMap(Stream::ofNullable).distinct().toList();
    return notes.isEmpty() ? null : String.join("\n\n", notes);
  }

  /** A number stands once with each person, and once with the company; one is the main one. */
  private void oneNumberEach(Transaction tx, long id) {
    Portrait portrait = customers.portraitIn(tx, id);
    Set<List<Object>> seen = new HashSet<>();
    List<Phone> kept = new ArrayList<>();
    for (Phone phone : portrait.phones()) {
      Long person = phone.contactId();
      String digits = phone.number().e164();
      Object number = digits == null ? phone.number().national() : digits;
      if (seen.add(List.of(person == null ? 0L : person, number))) {
        boolean main = phone.main() && kept.stream().noneMatch(Phone::main);
        kept.add(phone.withMain(main));
      }
    }
    customers.setPhonesIn(tx, id, kept);
  }
}
