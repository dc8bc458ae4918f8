package app.ringbook.call;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a call in the pop-up, saved in one transaction: whose it was (a new
 * customer if need be), the note, the next contact. While the call still goes on it waits with the
 * draft and becomes part of the call's row at its end. Not for the window's thread.
 */
public final class CallResults {

  /** Whose call it was. */
  public sealed interface Whose {
    /** Nothing is said about it. */
    record Open() implements Whose {}

    /** A customer that exists. */
    record Existing(long customerId, @Nullable Long contactId) implements Whose {}

    /**
     * A customer to be stored with the call's number.
     *
     * @param person name of the person; may be empty
     * @param company name of the customer; may be empty if the person is not
     * @param source where the customer comes from, or null
     * @param reason why it is another customer than its twins, or null if nobody was asked
     */
    record Fresh(String person, String company, @Nullable String source, @Nullable String reason)
        implements Whose {}

    /**
     * Somebody worth a second call; the call stays nobody's.
     *
     * @param person name of the person; may be empty
     * @param company where they work; may be empty
     */
    record AsLead(String person, String company) implements Whose {}

    /** Nobody's who buys. */
    record Labelled(NumberLabel label) implements Whose {}
  }

  /** Keeps callers as leads; filled by whoever keeps leads. */
  public interface Leads {
    /** Keeps a caller inside a transaction; one that is kept already is completed. */
    void keepIn(
        Transaction transaction, PhoneNumber number, String person, String company, String note);
  }

  /**
   * What is said of a call.
   *
   * @param callKey the call
   * @param number the other end's number
   * @param matchedCustomer whose call it is by the match, or null
   * @param whose whose call it is
   * @param note text; may be empty
   * @param nextContactAt chosen next contact, or null
   * @param result what the call came to, see {@link CallRecords#saveResult}; or null
   */
  public record Result(
      String callKey,
      PhoneNumber number,
      @Nullable Long matchedCustomer,
      Whose whose,
      String note,
      @Nullable Instant nextContactAt,
      @Nullable String result) {}

  /** The customer the call belongs to now, or null. */
  public record Saved(@Nullable Long customerId, @Nullable Long contactId) {}

  private final Database database;
  private final Customers customers;
  private final Twins twins;
  private final Timeline timeline;
  private final CallRecords records;
  private final CallDrafts drafts;
  private final NumberLabels labels;
  private final Leads leads;
  private final AppClock clock;

  /** Writes through these doors. */
  public CallResults(
      Database database,
      Customers customers,
      Twins twins,
      Timeline timeline,
      CallRecords records,
      CallDrafts drafts,
      NumberLabels labels,
      Leads leads,
      AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.twins = twins;
    this.timeline = timeline;
    this.records = records;
    this.drafts = drafts;
    this.labels = labels;
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * Saves everything at once and forgets the draft; undone as one.
   *
   * @throws app.ringbook.customer.twins.TwinsFoundException if a new customer has twins and there
   *     is no reason: nothing was saved
   */
  public Database.Done<Saved> save(Result result) {
    String subject =
        result.whose instanceof Whose.Fresh fresh && !fresh.company.isBlank()
            ? fresh.company
            : result.number.raw();
    return database.inTransaction(
        Change.of("call.change.saved", subject), tx -> saveIn(tx, result));
  }

  private Saved saveIn(Transaction tx, Result result) {
    Saved chosen =
        switch (result.whose) {
          case Whose.Open open -> new Saved(null, null);
          case Whose.Existing one -> new Saved(one.customerId, one.contactId);
          case Whose.Fresh fresh -> create(tx, fresh, result.number);
          case Whose.AsLead lead -> {
            leads.keepIn(tx, result.number, lead.person, lead.company, result.note);
            yield new Saved(null, null);
          }
          case Whose.Labelled labelled -> {
            labels.setIn(tx, result.number, labelled.label);
            yield new Saved(null, null);
          }
        };
    CallRecord row = tx.mapper(CallMapper.class).byKey(result.callKey);
    if (row == null) {
      return beforeTheEnd(tx, result, chosen);
    }
    boolean moves = chosen.customerId != null && !chosen.customerId.equals(row.customerId());
    if (moves || chosen.contactId != null) {
      row = records.linkIn(tx, row.id(), chosen.customerId, chosen.contactId);
    }
    records.noteIn(tx, row.id(), result.note, result.nextContactAt);
    if (result.result != null) {
      records.resultIn(tx, row.id(), result.result);
    }
    drafts.forgetIn(tx, result.callKey);
    return new Saved(row.customerId(), row.contactId());
  }

  private Saved beforeTheEnd(Transaction tx, Result result, Saved chosen) {
    Long customer = chosen.customerId != null ? chosen.customerId : result.matchedCustomer;
    Instant next = result.nextContactAt;
    if (customer != null && next != null) {
      records.nextContactIn(tx, customer, next, result.note);
      next = null;
    }
    drafts.writeIn(
        tx,
        result.callKey,
        result.note,
        next,
        result.result,
        chosen.customerId,
        chosen.contactId,
        true);
    return new Saved(customer, chosen.contactId);
  }

  private Saved create(Transaction tx, Whose.Fresh fresh, PhoneNumber number) {
    boolean company = !fresh.company.isBlank();
    String name = company ? fresh.company.strip() : fresh.person.strip();
    Customer customer = Customer.named(name).source(fresh.source).build();
    List<NewCustomer.NewPhone> phones =
        number.raw().isEmpty()
            ? List.of()
            : List.of(new NewCustomer.NewPhone(PhoneKind.OTHER, true, number));
    boolean alone = !company || fresh.person.isBlank();
    List<PhoneNumber> asked = number.raw().isEmpty() ? List.of() : List.of(number);
    List<Twin> found = twins.mustHaveReason(tx, new Twins.Asked(name, asked, null), fresh.reason);
    long id =
        customers.createIn(tx, new NewCustomer(customer, List.of(), alone ? phones : List.of()));
    twins.keepReason(tx, id, found, fresh.reason);
    timeline.appendIn(
        tx,
        new NewEntry(
            id, null, TimelineKind.CREATED, clock.now(), name, null, null, NewEntry.BY_HAND, null));
    if (alone) {
      return new Saved(id, null);
    }
    NewCustomer.NewContact person =
        new NewCustomer.NewContact(fresh.person.strip(), null, null, null, true, false, phones);
    return new Saved(id, customers.addContactIn(tx, id, person).id());
  }
}
