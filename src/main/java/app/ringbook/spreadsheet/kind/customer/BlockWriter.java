package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Contact;
import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Phone;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Stores what a block came to: a handful of batches, whatever the number of rows. */
final class BlockWriter {
  private final Customers customers;
  private final Timeline timeline;

  BlockWriter(Customers customers, Timeline timeline) {
    this.customers = customers;
    this.timeline = timeline;
  }

  /** Stores new and changed customers inside the block's transaction; returns the new ids. */
  List<Long> write(Transaction tx, BlockPlanner.Block block, ImportRun run, Instant now) {
    List<Long> ids =
        customers.createAllIn(tx, block.fresh().stream().map(WorkingCustomer::toCreate).toList());
    timeline.appendAllIn(tx, ids.stream().map(id -> imported(id, run, now)).toList());
    change(tx, List.copyOf(block.changed()), now);
    return ids;
  }

  private static NewEntry imported(long customerId, ImportRun run, Instant now) {
    return new NewEntry(
        customerId,
        null,
        TimelineKind.IMPORTED,
        now,
        run.fileName(),
        run.sheet(),
        null,
        "import",
        run.id());
  }

  /** Stores what stored customers got: their rows, people and numbers. */
  static void change(Transaction tx, List<WorkingCustomer> changed, Instant now) {
    List<Row> updates = new ArrayList<>();
    List<Row> people = new ArrayList<>();
    List<Row> inserts = new ArrayList<>();
    IdentityHashMap<WorkingCustomer.Person, Long> ids = new IdentityHashMap<>();
    List<WorkingCustomer.Person> freshPeople =
        changed.stream()
            .flatMap(c -> c.people().stream())
            .filter(WorkingCustomer.Person::fresh)
            .toList();
    long nextPerson =
        freshPeople.isEmpty() ? 0 : tx.nextIds(CustomerRows.CONTACT, freshPeople.size());
    for (WorkingCustomer customer : changed) {
      updates.add(CustomerRows.customer(customer.customer().change().updatedAt(now).build()));
      for (WorkingCustomer.Person person : customer.people()) {
        if (person.fresh()) {
          ids.put(person, nextPerson);
          inserts.add(CustomerRows.contact(withId(person.now(), nextPerson++)));
        } else if (person.changed()) {
          people.add(CustomerRows.contact(person.now()));
        }
      }
    }
    inserts.addAll(phones(tx, changed, ids));
    updates.addAll(people);
    if (!updates.isEmpty()) {
      tx.updateAll(updates);
    }
    if (!inserts.isEmpty()) {
      tx.insertAll(inserts);
    }
  }

  private static List<Row> phones(
      Transaction tx,
      List<WorkingCustomer> changed,
      IdentityHashMap<WorkingCustomer.Person, Long> ids) {
    long count =
        changed.stream().flatMap(c -> c.numbers().stream()).filter(n -> !n.stored()).count();
    List<Row> rows = new ArrayList<>();
    long next = count == 0 ? 0 : tx.nextIds(CustomerRows.PHONE, (int) count);
    for (WorkingCustomer customer : changed) {
      boolean first = customer.numbers().stream().noneMatch(WorkingCustomer.Line::stored);
      for (WorkingCustomer.Line number : customer.numbers()) {
        if (number.stored()) {
          continue;
        }
        WorkingCustomer.Person owner = number.owner();
        Long ownerId =
            owner == null ? null : owner.fresh() ? ids.get(owner) : (Long) owner.now().id();
        rows.add(
            CustomerRows.phone(
                new Phone(
                    next++,
                    0,
                    customer.customer().id(),
                    ownerId,
                    number.kind(),
                    first,
                    number.number())));
        first = false;
      }
    }
    return rows;
  }

  private static Contact withId(Contact fresh, long id) {
    return Contact.of(
        id,
        0,
        fresh.customerId(),
        fresh.name(),
        fresh.role(),
        fresh.email(),
        fresh.note(),
        fresh.main(),
        fresh.decides());
  }
}
