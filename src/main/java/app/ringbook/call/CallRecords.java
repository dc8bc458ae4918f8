package app.ringbook.call;

import app.ringbook.call.choice.NumberChoices;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.timeline.Timeline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to calls that are over: lists, one call, and every way to change one. Each change
 * returns the place of its journal entry, by which it can be undone. Not for the window's thread.
 */
public final class CallRecords implements CustomerFollower {
  private static final int MOST_LINKED = 100;
  private static final int LONGEST_RESULT = 60;
  private static final int MOST_PEOPLE = 100;

  /** Takes part in the keeping of calls, inside the same transaction. */
  public interface Follower {
    /** People talked in a call that is kept now. */
    void talked(Transaction transaction, CallRecord call);
  }

  /** Where reading goes on: the last call of the page before. */
  public record Key(Instant at, long id) {

    /** The place of a call. */
    public static Key of(CallRecord call) {
      return new Key(call.at(), call.id());
    }
  }

  private final Database database;
  private final AppClock clock;
  private final CallLists lists;
  private final CallFiling filing;
  private final NumberChoices choices;
  private final Listeners<Set<Long>> changes = new Listeners<>();

  /** Follows the database's changes from now on; register it by {@link Customers#follow}. */
  public CallRecords(
      Database database,
      CustomerSearch search,
      Customers customers,
      Timeline timeline,
      AppClock clock) {
    this.database = database;
    this.lists = new CallLists(database, search);
    this.clock = clock;
    this.choices = new NumberChoices(database, clock);
    this.filing = new CallFiling(customers, timeline, choices, database::actor, clock);
    database.changes().add(this::committed);
  }

  /** Adds a feature that takes part in the keeping of calls. */
  public void follow(Follower follower) {
    filing.follow(follower);
  }

  /** Ids of calls whose row was written or changed; told on the writer thread. */
  public Listeners<Set<Long>> changes() {
    return changes;
  }

  /** The call with this id. */
  public Optional<CallRecord> byId(long id) {
    return Optional.ofNullable(database.read(CallMapper.class, m -> m.byId(id)));
  }

  /** The call with this identity. */
  public Optional<CallRecord> byKey(String callKey) {
    return Optional.ofNullable(database.read(CallMapper.class, m -> m.byKey(callKey)));
  }

  /**
   * One page, the newest first.
   *
   * @param before where the page before ended, or null for the first page
   */
  public List<CallRecord> page(CallFilter filter, @Nullable Key before, int limit) {
    return lists.page(filter, before, limit, Progress.NONE);
  }

  /** How many calls each tab shows; the progress tells when nobody waits for it any more. */
  public CallFilter.Counts counts(CallFilter filter, Progress progress) {
    return lists.counts(filter, progress);
  }

  /** The users at whose desks calls were taken or made, by name; the first 100. */
  public List<String> people() {
    return database.read(CallMapper.class, m -> m.people(MOST_PEOPLE));
  }

  /** Calls with this number before a moment, without one of them. */
  public CallCard.Earlier earlier(PhoneNumber number, Instant before, String exceptKey) {
    if (number.suffix8().isEmpty()) {
      return CallCard.Earlier.NONE;
    }
    Instant midnight =
        before.atZone(clock.zone()).toLocalDate().atStartOfDay(clock.zone()).toInstant();
    return database.read(
        CallMapper.class, m -> m.earlier(numberOf(number), before, midnight, exceptKey));
  }

  /** Whom people chose for this number, most of all at this time of day. */
  public Optional<CustomerMatcher.Learned> learned(PhoneNumber number, Instant at) {
    if (number.suffix8().isEmpty()) {
      return Optional.empty();
    }
    String e164 = number.e164();
    Optional<CustomerMatcher.Learned> learned =
        choices.learned(e164 == null ? number.raw() : e164, at);
    if (learned.isPresent()) {
      return learned;
    }
    Long chosen = database.read(CallMapper.class, m -> m.chosenFor(numberOf(number)));
    return Optional.ofNullable(chosen).map(id -> new CustomerMatcher.Learned(id, null, true));
  }

  /**
   * Keeps a call that is over: its row, its place on the timeline, and the customer's last contact,
   * all or nothing. A call that is there already is only completed, so saving twice is harmless.
   */
  public Database.Done<CallRecord> save(FinishedCall call) {
    return change("call.change.recorded", call.number().raw(), tx -> saveIn(tx, call));
  }

  /** As {@link #save}, inside a transaction. */
  public CallRecord saveIn(Transaction transaction, FinishedCall call) {
    return filing.saveIn(transaction, call);
  }

  /**
   * Says whose call it was; the entry moves to that customer's timeline. Other calls from this
   * number of which nobody said whose they are follow. The number is remembered for the next call.
   *
   * @param customerId the customer, or null to take the call off the timeline
   * @param contactId the person, or null
   */
  public Database.Done<CallRecord> link(
      long id, @Nullable Long customerId, @Nullable Long contactId) {
    return change("call.change.linked", id, tx -> linkIn(tx, id, customerId, contactId));
  }

  /** As {@link #link}, inside a transaction. */
  public CallRecord linkIn(
      Transaction transaction, long id, @Nullable Long customerId, @Nullable Long contactId) {
    CallMapper mapper = transaction.mapper(CallMapper.class);
    CallRecord call = existing(mapper, id);
    if (customerId != null && !call.numberSuffix8().isEmpty()) {
      CallMapper.NumberKey number =
          new CallMapper.NumberKey(call.numberE164(), call.numberSuffix8());
      for (CallRecord other : mapper.unlinked(number, MOST_LINKED)) {
        if (other.id() != id) {
          linkOne(transaction, other, customerId, contactId);
        }
      }
    }
    return linkOne(transaction, call, customerId, contactId);
  }

  /** Says of every call with a number of which nobody said whose it is that it was a customer's. */
  public void linkNumberIn(
      Transaction transaction, PhoneNumber number, long customerId, @Nullable Long contactId) {
    CallMapper mapper = transaction.mapper(CallMapper.class);
    List<CallRecord> calls = mapper.unlinked(numberOf(number), MOST_LINKED);
    while (!calls.isEmpty()) {
      calls.forEach(call -> linkOne(transaction, call, customerId, contactId));
      calls = mapper.unlinked(numberOf(number), MOST_LINKED);
    }
  }

  /**
   * A missed call needs no call-back.
   *
   * @param reason why: name of a {@link app.ringbook.call.results.CallResult} or the user's own
   *     words, of which the first 60 characters are kept
   * @throws ProblemException without a reason
   */
  public Database.Done<CallRecord> markHandled(long id, String reason) {
    String why = reason.strip();
    if (why.isEmpty()) {
      throw new ProblemException("call.problem.reason");
    }
    String kept = why.length() <= LONGEST_RESULT ? why : why.substring(0, LONGEST_RESULT);
    return change("call.change.handled", id, tx -> resultIn(tx, id, kept));
  }

  /** Calls with the number of this one, itself too, the newest first. */
  public List<CallRecord> ofSameNumber(CallRecord call, int limit) {
    return call.numberSuffix8().isEmpty()
        ? List.of()
        : database.read(
            CallMapper.class,
            m ->
                m.ofNumber(
                    new CallMapper.NumberKey(call.numberE164(), call.numberSuffix8()), limit));
  }

  /** The call needs no note. */
  public Database.Done<CallRecord> markReviewed(long id) {
    return change("call.change.reviewed", id, tx -> update(tx, id, r -> r.set("to_review", false)));
  }

  /**
   * Keeps what was written down about a call.
   *
   * @param nextContactAt the customer's next contact, or null to leave it as it is
   */
  public Database.Done<CallRecord> saveNote(long id, String note, @Nullable Instant nextContactAt) {
    return change("call.change.noted", id, tx -> noteIn(tx, id, note, nextContactAt));
  }

  /**
   * Says what the call came to; who asked not to be called any more is marked so.
   *
   * @param result name of a {@link app.ringbook.call.results.CallResult} or the user's own words,
   *     at most 60 characters; null takes it back
   */
  public Database.Done<CallRecord> saveResult(long id, @Nullable String result) {
    return change("call.change.resulted", id, tx -> resultIn(tx, id, result));
  }

  /** As {@link #saveResult}, inside a transaction. */
  public CallRecord resultIn(Transaction transaction, long id, @Nullable String result) {
    CallRecord after =
        update(
            transaction,
            id,
            r -> {
              r.set("result", result);
              if (result != null) {
                r.set("handled", true);
              }
            });
    filing.heed(transaction, after.customerId(), result);
    return after;
  }

  /** As {@link #saveNote}, inside a transaction. */
  public CallRecord noteIn(
      Transaction transaction, long id, String note, @Nullable Instant nextContactAt) {
    CallRecord noted =
        update(
            transaction,
            id,
            r -> r.set("note", note.isBlank() ? null : note.strip()).set("to_review", false));
    Long customer = noted.customerId();
    if (customer != null && nextContactAt != null) {
      filing.nextContact(transaction, customer, nextContactAt, note);
    }
    return noted;
  }

  /** Sets a customer's next contact, with the first words of the note. */
  void nextContactIn(Transaction transaction, long customerId, Instant at, String note) {
    filing.nextContact(transaction, customerId, at, note);
  }

  /** Gives a call that has no recording one that came from elsewhere. */
  public Database.Done<CallRecord> attach(long id, Recording sound) {
    return change(
        "call.change.attached", id, tx -> update(tx, id, r -> CallRows.recording(r, sound)));
  }

  /** Another file stands in for the recording that was lost: what is known of it is kept anew. */
  public Database.Done<CallRecord> recordingFound(long id, long millis, long bytes, String sha256) {
    return change(
        "call.change.recordingFound",
        id,
        tx ->
            update(
                tx,
                id,
                r ->
                    r.set("recording_millis", millis)
                        .set("recording_bytes", bytes)
                        .set("recording_sha256", sha256)
                        .set("recording_gaps", null)
                        .set("recording_lost_millis", null)));
  }

  /** The sound of a call is gone for good, inside a transaction; the call stays. */
  public CallRecord recordingErasedIn(Transaction transaction, long id) {
    return update(transaction, id, row -> CallRows.recording(row, null));
  }

  /** The same sound is stored in other bytes, inside a transaction. */
  public CallRecord recordingStoredIn(Transaction transaction, long id, long bytes, String sha256) {
    return update(
        transaction, id, row -> row.set("recording_bytes", bytes).set("recording_sha256", sha256));
  }

  @Override
  public void deleting(Transaction transaction, long customerId) {
    choices.forgetCustomerIn(transaction, customerId);
    for (CallRecord call : transaction.mapper(CallMapper.class).ofCustomer(customerId)) {
      transaction.update(changed(call).set("customer_id", null).set("contact_id", null).build());
    }
  }

  @Override
  public void deletingContact(Transaction transaction, long contactId) {
    choices.forgetContactIn(transaction, contactId);
    for (CallRecord call : transaction.mapper(CallMapper.class).ofContact(contactId)) {
      transaction.update(changed(call).set("contact_id", null).build());
    }
  }

  private CallRecord linkOne(
      Transaction tx, CallRecord call, @Nullable Long customerId, @Nullable Long contactId) {
    String reason = customerId == null ? null : CallRecord.CHOSEN;
    CallRecord linked =
        update(
            tx,
            call.id(),
            r ->
                r.set("customer_id", customerId)
                    .set("contact_id", contactId)
                    .set("match_reason", reason));
    filing.contactMoved(tx, call, linked);
    return linked;
  }

  private CallRecord update(Transaction transaction, long id, Consumer<Row.Builder> columns) {
    CallMapper mapper = transaction.mapper(CallMapper.class);
    CallRecord before = existing(mapper, id);
    Row.Builder row = changed(before);
    columns.accept(row);
    transaction.update(row.build());
    CallRecord after = existing(mapper, id);
    filing.follow(transaction, before, after);
    return after;
  }

  private Database.Done<CallRecord> change(String action, long id, Database.Work<CallRecord> work) {
    String subject = byId(id).map(CallRecords::subject).orElse("");
    return change(action, subject, work);
  }

  private Database.Done<CallRecord> change(
      String action, String subject, Database.Work<CallRecord> work) {
    return database.inTransaction(Change.of(action, subject), work);
  }

  private void committed(Committed committed) {
    Set<Long> ids = new LinkedHashSet<>();
    for (RowChange row : committed.rows()) {
      if (row.table().equals(CallRows.CALLS)) {
        ids.add(row.id());
      }
    }
    if (!ids.isEmpty()) {
      changes.tell(ids);
    }
  }

  private static Row.Builder changed(CallRecord call) {
    return Row.of(CallRows.CALLS, call.id(), call.version());
  }

  private static String subject(CallRecord call) {
    String name = call.customerName();
    return name != null ? name : call.numberRaw();
  }

  private static CallRecord existing(CallMapper mapper, long id) {
    CallRecord call = mapper.byId(id);
    if (call == null) {
      throw new ProblemException("call.problem.gone");
    }
    return call;
  }

  static CallMapper.NumberKey numberOf(PhoneNumber number) {
    return new CallMapper.NumberKey(number.e164(), number.suffix8());
  }
}
