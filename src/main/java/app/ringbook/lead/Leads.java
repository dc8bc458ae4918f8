package app.ringbook.lead;

import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.Completeness;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import app.ringbook.store.trash.Trash;
import app.ringbook.timeline.Timeline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The door to leads. Each change returns the place of its journal entry, by which it can be undone,
 * and is written into the lead's history. Not for the window's thread.
 */
public final class Leads implements CustomerFollower, CallRecords.Follower {
  private static final int LONGEST_REASON = 200;
  private final Database database;
  private final AppClock clock;
  private final Trash trash;
  private final LeadLists lists;
  private final LeadHistory history;
  private final LeadKeeping keeping;
  private final LeadSteps steps;
  private final LeadConversion conversion;
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

  /**
   * Follows the database's changes from now on; register it by {@link Customers#follow} and {@link
   * CallRecords#follow}.
   */
  public Leads(
      Database database,
      CustomerSearch search,
      Customers customers,
      Twins twins,
      Timeline timeline,
      CallRecords calls,
      PhoneNumbers numbers,
      AppClock clock) {
    this.database = database;
    this.clock = clock;
    this.trash = new Trash(database, clock);
    this.lists = new LeadLists(database, search, clock);
    this.history = new LeadHistory(database, clock);
    this.keeping = new LeadKeeping(database, history, clock);
    this.steps = new LeadSteps(history, clock);
    this.conversion = new LeadConversion(customers, twins, timeline, calls, numbers);
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
   * One page, the newest first.
   *
   * @param before the last lead of the page before, or null for the first page
   */
  public List<Lead> page(LeadFilter filter, @Nullable Lead before, int limit) {
    return lists.page(filter, before, limit, Progress.NONE);
  }

  /**
   * How many leads are in each state; the state of the filter does not count.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public Counts counts(LeadFilter filter, Progress progress) {
    return lists.counts(filter, progress);
  }

  /**
   * How many leads each source brought, the largest first; the filter's source does not count.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public Map<String, Long> sources(LeadFilter filter, Progress progress) {
    return lists.sources(filter, progress);
  }

  /** Those who look after leads, by name. */
  public List<String> owners() {
    return database.read(LeadMapper.class, LeadMapper::owners);
  }

  /** What happened to a lead, the oldest first. */
  public List<LeadEntry> history(long id) {
    return history.of(id);
  }

  /** The lead with this number: an open one, else the latest that became no customer. */
  public Optional<Lead> known(PhoneNumber number) {
    return number.suffix8().isEmpty()
        ? Optional.empty()
        : database.read(LeadMapper.class, m -> LeadKeeping.known(m, number));
  }

  /**
   * Keeps a lead. One with the same number that is still open is completed instead: what is known
   * is never replaced, a further note is added below.
   *
   * @throws ProblemException if there is neither a name nor a number
   */
  public Database.Done<Lead> keep(NewLead fresh) {
    LeadRules.check(fresh);
    return change("lead.change.kept", fresh.title(), tx -> keepIn(tx, fresh));
  }

  /** As {@link #keep}, inside a transaction. */
  public Lead keepIn(Transaction tx, NewLead fresh) {
    return LeadSteps.existing(tx, keeping.keep(tx, fresh));
  }

  /** Keeps many as they are, asking nothing; returns their ids in the order given. */
  public List<Long> insertAllIn(Transaction tx, List<NewLead> fresh) {
    return keeping.insertAll(tx, fresh);
  }

  /**
   * Changes what is known of a lead.
   *
   * @param read the lead as it was read; a change by somebody else since then is not overwritten
   * @throws ProblemException if neither a name nor a number is left, the number or address cannot
   *     be one, another open lead has the number, or it is a customer already
   */
  public Database.Done<Lead> edit(Lead read, NewLead now) {
    LeadRules.check(now);
    return change(
        "lead.change.edited",
        now.title(),
        tx -> {
          LeadSteps.existing(tx, read.id());
          LeadRules.checkChangeable(read);
          checkAlone(tx, read, now.number());
          return steps.edit(tx, read, now);
        });
  }

  private static void checkAlone(Transaction tx, Lead read, @Nullable PhoneNumber number) {
    if (number == null || number.suffix8().isEmpty()) {
      return;
    }
    LeadKeeping.known(tx.mapper(LeadMapper.class), number)
        .filter(other -> other.open() && other.id() != read.id())
        .ifPresent(
            other -> {
              throw new ProblemException("lead.problem.same_number", other.title());
            });
  }

  /** Writes something down. */
  public Database.Done<Lead> note(long id, String text) {
    return change("lead.change.noted", id, (tx, lead) -> noteIn(tx, lead, text));
  }

  /** As {@link #note}, inside a transaction. */
  public Lead noteIn(Transaction tx, Lead lead, String text) {
    String note = LeadRows.words(text, Integer.MAX_VALUE);
    if (note == null) {
      return lead;
    }
    history.note(tx, lead.id(), LeadEntry.Kind.NOTED, note);
    String had = lead.note();
    return steps.update(tx, lead, row -> row.set("note", had == null ? note : had + "\n" + note));
  }

  /**
   * Says who is to look after some leads.
   *
   * @param owner the person, or null for nobody
   */
  public Database.Done<List<Lead>> assign(List<Long> ids, @Nullable String owner) {
    String person = LeadRows.words(owner, LONGEST_REASON);
    return database.inTransaction(
        Change.of("lead.change.assigned", person == null ? "" : person),
        tx -> steps.assign(tx, ids, person));
  }

  /**
   * Says when some leads are contacted next.
   *
   * @param at the moment, or null for none
   * @param subject whom it is about, in the user's words
   */
  public Database.Done<List<Lead>> nextContact(
      List<Long> ids, @Nullable Instant at, String subject) {
    return database.inTransaction(
        Change.of("lead.change.next_contact", subject), tx -> steps.nextContact(tx, ids, at));
  }

  /** Somebody talked with them. */
  public Database.Done<Lead> contacted(long id) {
    return change(
        "lead.change.contacted",
        id,
        (tx, lead) -> steps.to(tx, lead, Lead.State.CONTACTED, LeadEntry.Kind.CONTACTED, null));
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
    return change(
        "lead.change.rejected",
        id,
        (tx, lead) -> steps.to(tx, lead, Lead.State.REJECTED, LeadEntry.Kind.REJECTED, why));
  }

  /** Takes a rejected lead up again. */
  public Database.Done<Lead> reopen(long id) {
    return change(
        "lead.change.reopened",
        id,
        (tx, lead) -> steps.to(tx, lead, Lead.State.NEW, LeadEntry.Kind.REOPENED, null));
  }

  /**
   * Makes a customer of a lead, with all that is known of it.
   *
   * @param person the person's name; may be empty if the company is not
   * @param company the customer's name; may be empty if the person is not
   * @param reason why it is another customer than its twins, or null if nobody was asked
   * @throws ProblemException if both are empty, or it is converted already
   * @throws app.ringbook.customer.twins.TwinsFoundException if it has twins and there is no reason
   */
  public Database.Done<Lead> convert(
      long id, String person, String company, @Nullable String reason) {
    if (person.isBlank() && company.isBlank()) {
      throw new ProblemException("lead.problem.name");
    }
    return change(
        "lead.change.converted",
        id,
        (tx, lead) -> {
          LeadRules.checkChangeable(lead);
          history.note(tx, id, LeadEntry.Kind.CONVERTED, null);
          List<LeadEntry> all = tx.mapper(LeadMapper.class).entries(id);
          return became(
              tx,
              lead,
              conversion.fresh(
                  tx, lead, all, person.strip(), company.strip(), reason, clock.now()));
        });
  }

  /** How much would be known of the customer that is made of a lead, and what would be missing. */
  public static Completeness completeness(Lead lead, String person, String company) {
    return LeadConversion.completeness(lead, person, company);
  }

  /**
   * Gives a lead to a customer there is, with all that is known of it.
   *
   * @param contactId the person it is, or null
   */
  public Database.Done<Lead> link(long id, long customerId, @Nullable Long contactId) {
    return change(
        "lead.change.linked",
        id,
        (tx, lead) -> {
          LeadRules.checkChangeable(lead);
          history.note(tx, id, LeadEntry.Kind.LINKED, null);
          List<LeadEntry> all = tx.mapper(LeadMapper.class).entries(id);
          return became(tx, lead, conversion.existing(tx, lead, all, customerId, contactId));
        });
  }

  /**
   * Puts leads into the trash, each with what happened to it; returns how many.
   *
   * @param subject what is deleted, in the user's words
   */
  public Database.Done<Integer> delete(List<Long> ids, String subject) {
    return database.inTransaction(
        Change.of("lead.change.deleted", subject), tx -> keeping.delete(tx, ids, trash));
  }

  private Lead became(Transaction tx, Lead lead, LeadConversion.Became became) {
    return steps.update(
        tx,
        lead,
        row ->
            row.set("state", Lead.State.CONVERTED.name()).set("customer_id", became.customerId()));
  }

  /** People talked with a lead that was new: it is contacted. */
  @Override
  public void talked(Transaction transaction, CallRecord call) {
    if (call.numberSuffix8().isEmpty()) {
      return;
    }
    for (Lead lead :
        transaction.mapper(LeadMapper.class).withNumber(call.numberSuffix8(), call.numberE164())) {
      if (lead.state() == Lead.State.NEW && call.at().isAfter(lead.createdAt())) {
        steps.to(transaction, lead, Lead.State.CONTACTED, LeadEntry.Kind.CONTACTED, null);
      }
    }
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
    return change(action, subject, tx -> step.run(tx, LeadSteps.existing(tx, id)));
  }

  private Database.Done<Lead> change(String action, String subject, Database.Work<Lead> work) {
    return database.inTransaction(Change.of(action, subject), work);
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
