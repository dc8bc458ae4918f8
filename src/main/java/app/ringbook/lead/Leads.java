package app.ringbook.lead;

import app.ringbook.call.CallRecords;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to leads. Each change returns the place of its journal entry, by which it can be undone.
 * Not for the window's thread.
 */
public final class Leads implements CustomerFollower {
  private static final int LONGEST_REASON = 200;
  private final Database database;
  private final Customers customers;
  private final Timeline timeline;
  private final CallRecords calls;
  private final PhoneNumbers numbers;
  private final AppClock clock;
  private final Listeners<Set<Long>> changes = new Listeners<>();

  /** How many leads are in each state. */
  public record Counts(long fresh, long contacted, long converted, long rejected) {

    /** Those in a state. */
    public long of(Lead.State state) {
      return switch (state) {
        case NEW -> fresh;
        case CONTACTED -> contacted;
        case CONVERTED -> converted;
        case REJECTED -> rejected;
      };
    }
  }

  /** Follows the database's changes from now on; register it by {@link Customers#follow}. */
  public Leads(
      Database database,
      Customers customers,
      Timeline timeline,
      CallRecords calls,
      PhoneNumbers numbers,
      AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.timeline = timeline;
    this.calls = calls;
    this.numbers = numbers;
    this.clock = clock;
    database.changes().add(this::committed);
  }

  /** Ids of leads that were written or changed; told on the writer thread. */
  public Listeners<Set<Long>> changes() {
    return changes;
  }

  /** The lead with this id. */
  public Optional<Lead> byId(long id) {
    return Optional.ofNullable(database.read(LeadMapper.class, m -> m.byId(id)));
  }

  /**
   * Leads in a state, the newest first.
   *
   * @param before the last lead of the page before, or null for the first page
   */
  public List<Lead> page(Lead.State state, @Nullable Lead before, int limit) {
    Instant at = before == null ? null : before.createdAt();
    long id = before == null ? 0 : before.id();
    return database.read(LeadMapper.class, m -> m.page(state, at, id, limit));
  }

  /** How many leads are in each state. */
  public Counts counts() {
    return database.read(LeadMapper.class, LeadMapper::counts);
  }

  /**
   * Keeps a lead. One with the same number that is still open is completed instead: what is known
   * is never replaced, a further note is added below.
   *
   * @throws ProblemException if there is neither a name nor a number
   */
  public Database.Done<Lead> keep(NewLead fresh) {
    PhoneNumber number = fresh.number();
    boolean numbered = number != null && !number.raw().isBlank();
    if (fresh.name().isBlank() && !numbered) {
      throw new ProblemException("lead.problem.empty");
    }
    String subject = fresh.name().isBlank() && number != null ? number.raw() : fresh.name();
    return change("lead.change.kept", subject, tx -> keepIn(tx, fresh));
  }

  private Lead keepIn(Transaction tx, NewLead fresh) {
    PhoneNumber number = fresh.number();
    LeadMapper mapper = tx.mapper(LeadMapper.class);
    if (number != null && !number.suffix8().isEmpty()) {
      List<Lead> same = mapper.openWithNumber(number.suffix8(), number.e164());
      if (!same.isEmpty()) {
        return complete(tx, same.getFirst(), fresh);
      }
    }
    long id = tx.nextId(LeadRows.LEADS);
    tx.insert(LeadRows.fresh(id, fresh, clock.now()));
    return existing(tx, id);
  }

  private Lead complete(Transaction tx, Lead lead, NewLead more) {
    return update(
        tx,
        lead,
        row -> {
          if (lead.name().isBlank() && !more.name().isBlank()) {
            row.set("name", more.name().strip());
          }
          if (lead.company() == null) {
            row.set("company", LeadRows.words(more.company(), 500));
          }
          String note = LeadRows.words(more.note(), Integer.MAX_VALUE);
          String had = lead.note();
          if (note != null && (had == null || !had.contains(note))) {
            row.set("note", had == null ? note : had + "\n" + note);
          }
        });
  }

  /** Somebody talked with them. */
  public Database.Done<Lead> contacted(long id) {
    return change(
        "lead.change.contacted", id, (tx, lead) -> to(tx, lead, Lead.State.CONTACTED, null));
  }

  /**
   * Nothing will come of it.
   *
   * @param reason why; needed
   */
  public Database.Done<Lead> reject(long id, String reason) {
    String why = LeadRows.words(reason, LONGEST_REASON);
    if (why == null) {
      throw new ProblemException("lead.problem.reason");
    }
    return change("lead.change.rejected", id, (tx, lead) -> to(tx, lead, Lead.State.REJECTED, why));
  }

  /** Takes a rejected lead up again. */
  public Database.Done<Lead> reopen(long id) {
    return change("lead.change.reopened", id, (tx, lead) -> to(tx, lead, Lead.State.NEW, null));
  }

  /**
   * Makes a customer of a lead, with the number, the note, and all calls of that number of which
   * nobody said whose they are.
   *
   * @param person the person's name; may be empty if the company is not
   * @param company the customer's name; may be empty if the person is not
   * @throws ProblemException if both are empty, or it is converted already
   */
  public Database.Done<Lead> convert(long id, String person, String company) {
    if (person.isBlank() && company.isBlank()) {
      throw new ProblemException("lead.problem.name");
    }
    return change(
        "lead.change.converted",
        id,
        (tx, lead) -> convertIn(tx, lead, person.strip(), company.strip()));
  }

  private Lead convertIn(Transaction tx, Lead lead, String person, String company) {
    if (lead.state() == Lead.State.CONVERTED) {
      throw new ProblemException("lead.problem.converted");
    }
    boolean alone = company.isEmpty() || person.isEmpty();
    List<NewCustomer.NewPhone> phones = phones(lead);
    String name = company.isEmpty() ? person : company;
    Customer customer = Customer.named(name).build();
    long id =
        customers.createIn(tx, new NewCustomer(customer, List.of(), alone ? phones : List.of()));
    Long contact =
        alone
            ? null
            : (Long)
                customers
                    .addContactIn(
                        tx,
                        id,
                        new NewCustomer.NewContact(
                            person, null, lead.email(), null, true, false, phones))
                    .id();
    entry(tx, id, TimelineKind.CREATED, name);
    String note = lead.note();
    if (note != null) {
      entry(tx, id, TimelineKind.NOTE, note);
    }
    if (!lead.numberSuffix8().isEmpty()) {
      calls.linkNumberIn(tx, numbers.parse(lead.numberToDial()), id, contact);
    }
    return update(
        tx, lead, row -> row.set("state", Lead.State.CONVERTED.name()).set("customer_id", id));
  }

  private void entry(Transaction tx, long customerId, TimelineKind kind, String text) {
    timeline.appendIn(
        tx,
        new NewEntry(
            customerId, null, kind, clock.now(), text, null, null, NewEntry.BY_HAND, null));
  }

  private List<NewCustomer.NewPhone> phones(Lead lead) {
    return lead.numberRaw().isBlank()
        ? List.of()
        : List.of(
            new NewCustomer.NewPhone(PhoneKind.OTHER, true, numbers.parse(lead.numberToDial())));
  }

  private Lead to(Transaction tx, Lead lead, Lead.State state, @Nullable String reason) {
    if (lead.state() == Lead.State.CONVERTED) {
      throw new ProblemException("lead.problem.converted");
    }
    return update(tx, lead, row -> row.set("state", state.name()).set("reason", reason));
  }

  private Lead update(Transaction tx, Lead lead, Consumer<Row.Builder> columns) {
    Row.Builder row = LeadRows.changed(lead, clock.now());
    columns.accept(row);
    tx.update(row.build());
    return existing(tx, lead.id());
  }

  /** The customer a lead became goes; the lead stays, converted. */
  @Override
  public void deleting(Transaction transaction, long customerId) {
    for (Lead lead : transaction.mapper(LeadMapper.class).ofCustomer(customerId)) {
      transaction.update(LeadRows.changed(lead, clock.now()).set("customer_id", null).build());
    }
  }

  private interface Step {
    Lead run(Transaction tx, Lead lead);
  }

  private Database.Done<Lead> change(String action, long id, Step step) {
    String subject = byId(id).map(Lead::title).orElse("");
    return change(action, subject, tx -> step.run(tx, existing(tx, id)));
  }

  private Database.Done<Lead> change(String action, String subject, Database.Work<Lead> work) {
    return database.inTransaction(Change.of(action, subject), work);
  }

  private static Lead existing(Transaction tx, long id) {
    Lead lead = tx.mapper(LeadMapper.class).byId(id);
    if (lead == null) {
      throw new ProblemException("lead.problem.gone");
    }
    return lead;
  }

  private void committed(Committed committed) {
    Set<Long> ids = new LinkedHashSet<>();
    for (RowChange row : committed.rows()) {
      if (row.table().equals(LeadRows.LEADS)) {
        ids.add(row.id());
      }
    }
    if (!ids.isEmpty()) {
      changes.tell(ids);
    }
  }
}
