package app.ringbook.call;

import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.platform.RightOfWay;
import app.ringbook.settings.PhoneSettings.RecordCalls;
import app.ringbook.store.Database;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The services around calls on a test's database, and a screen that remembers what it showed. */
public final class CallHouse implements AutoCloseable, CallScreen, CallDesk.Line {
  /** Clock under test. */
  public final FakeClock clock;

  /** Database under test. */
  public final Database database;

  /** Numbers under test. */
  public final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  /** Customers under test. */
  public final Customers customers;

  /**
   * Customers that look like one; nearly equal names are not found, for the search is not loaded.
   */
  public final Twins twins;

  /** Timeline under test. */
  public final Timeline timeline;

  /** Records under test. */
  public final CallRecords records;

  /** Drafts under test. */
  public final CallDrafts drafts;

  final NumberLabels labels;

  /** Results under test. */
  public final CallResults results;

  final CallerIndex index;

  /** Matcher under test. */
  public final CustomerMatcher matcher;

  /** Cards under test. */
  public final CallCards cards;

  /** Recordings under test. */
  public final Path recordings;

  final Path openCalls;

  /** Recorder under test. */
  public final CallRecorder recorder;

  private volatile CallScreen screen = CallScreen.none();

  /** Callers that were to be kept as leads. */
  public final List<String> keptAsLeads = new CopyOnWriteArrayList<>();

  final List<String> ownNumbers = new ArrayList<>();
  final List<String> shown = new CopyOnWriteArrayList<>();

  /** Showing under test. */
  public final List<CallCard> showing = new CopyOnWriteArrayList<>();

  /** Saved under test. */
  public final List<CallRecord> saved = new CopyOnWriteArrayList<>();

  /** Policy under test. */
  public volatile RecordCalls policy = RecordCalls.ALL;

  /** Claimed by calls. */
  public final RightOfWay way;

  /** Desk under test. */
  public final CallDesk desk;

  private final Sealing sealing;

  /** Builds everything by hand, with a screen that only remembers. */
  public CallHouse(TestDatabase test) {
    this(test, Sealing.NONE);
  }

  /** As the other one, with recordings that may be sealed. */
  CallHouse(TestDatabase test, Sealing sealing) {
    this.sealing = sealing;
    clock = test.clock();
    way = new RightOfWay(clock);
    database = test.database();
    customers = new Customers(database, numbers, clock);
    timeline = new Timeline(database, clock);
    records = new CallRecords(database, new CustomerSearch(database), customers, timeline, clock);
    customers.follow(timeline);
    customers.follow(records);
    twins = new Twins(database, customers, new CustomerSearch(database), clock);
    customers.follow(twins);
    drafts = new CallDrafts(database, clock);
    labels = new NumberLabels(database);
    results =
        new CallResults(
            database,
            customers,
            twins,
            timeline,
            records,
            drafts,
            labels,
            (tx, number, person, company, note) -> keptAsLeads.add(person + " " + note),
            clock);
    index = new CallerIndex(database);
    index.load(Progress.NONE);
    matcher = new CustomerMatcher(index, database, numbers, clock, () -> ownNumbers);
    cards =
        new CallCards(
            database, numbers, matcher, customers, new Needs(database), timeline, records, labels);
    recordings = test.folders().recordings();
    openCalls = test.folders().root().resolve("open-calls");
    recorder =
        new CallRecorder(() -> recordings, clock, new CallRecorder.Care(sealing, () -> 50L << 20));
    desk = new CallDesk(cards, records, recorder, openCalls, this, rule(), this, clock, way);
    desk.saved().add(saved::add);
  }

  CallRecovery recovery() {
    return new CallRecovery(openCalls, () -> recordings, sealing, records, recorder, clock);
  }

  /** Numbers never recorded. */
  public volatile List<String> excluded = List.of();

  /** Customers who did not want to be recorded last time. */
  public volatile List<Long> refusers = List.of();

  /** Keys of calls in which the other end refused. */
  volatile Set<String> refusedCalls = Set.of();

  /** Words to read out, empty for the built-in ones; null for none. */
  public volatile @Nullable String notice;

  private CallCard.RecordingRule rule() {
    return new CallCard.RecordingRule() {
      @Override
      public RecordCalls choice() {
        return policy;
      }

      @Override
      public boolean excluded(PhoneNumber number) {
        return excluded.contains(number.raw());
      }

      @Override
      public @Nullable String notice() {
        return notice;
      }

      @Override
      public boolean refusedIn(String callKey) {
        return refusedCalls.contains(callKey);
      }

      @Override
      public boolean refusedBefore(long customerId) {
        return refusers.contains(customerId);
      }
    };
  }

  /** Whether the right of way is given back by the test. */
  public volatile boolean paints;

  @Override
  public boolean paints() {
    return paints;
  }

  /** Shows the cards on a real screen too. */
  public void showOn(CallScreen real) {
    screen = real;
  }

  /** Stores a customer with one number; returns the id. */
  public long customer(String name, String number) {
    return customers.create(NewCustomer.of(name, List.of(numbers.parse(number)))).value();
  }

  /** An incoming call that rings now. */
  public Call ringing(String key, @Nullable String number) {
    return new Call(
        key,
        "kit",
        1,
        Direction.INCOMING,
        CallState.RINGING,
        number,
        number == null ? Presentation.NONE : Presentation.NUMBER,
        null,
        true,
        clock.now(),
        1,
        0,
        0,
        null,
        0);
  }

  /** The same call as one out, while its number is dialled. */
  static Call dialling(Call call) {
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        Direction.OUTGOING,
        CallState.DIALLING,
        call.number(),
        call.presentation(),
        null,
        true,
        call.startedAt(),
        0,
        0,
        0,
        null,
        0);
  }

  /** The same call while people talk. */
  public static Call talking(Call call) {
    return as(call, CallState.TALKING, null, 4000, 0);
  }

  /** The same call, ended. */
  public static Call over(Call call, CallOutcome outcome, long talkMillis) {
    return as(call, CallState.ENDED, outcome, 4000, talkMillis);
  }

  /** The same call from another number. */
  static Call from(Call call, String number) {
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        call.direction(),
        call.state(),
        number,
        Presentation.NUMBER,
        call.callerName(),
        call.verified(),
        call.startedAt(),
        call.rings(),
        call.ringMillis(),
        call.talkMillis(),
        call.outcome(),
        call.numberNanos());
  }

  /** A finished call as the desk would hand it in. */
  FinishedCall finished(Call call, @Nullable Long customerId) {
    return new FinishedCall(
        call,
        cards.caller(call).number(),
        CallRecord.Source.LIVE,
        true,
        customerId,
        null,
        customerId == null ? null : "EXACT",
        null);
  }

  /** Saves an incoming call that ended at once. */
  CallRecord save(String key, String number, CallOutcome outcome, @Nullable Long customerId) {
    Call call = ringing(key, number);
    long talk = outcome == CallOutcome.ANSWERED ? 60_000 : 0;
    return records.save(finished(over(call, outcome, talk), customerId)).value();
  }

  private static Call as(
      Call call, CallState state, @Nullable CallOutcome outcome, long ring, long talk) {
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        call.direction(),
        state,
        call.number(),
        call.presentation(),
        call.callerName(),
        call.verified(),
        call.startedAt(),
        2,
        ring,
        talk,
        outcome,
        call.numberNanos());
  }

  /** The card shown last. */
  CallCard card() {
    return showing.getLast();
  }

  @Override
  public void ringing(CallCard card) {
    show("ringing", card);
    screen.ringing(card);
  }

  @Override
  public void updated(CallCard card) {
    show("updated", card);
    screen.updated(card);
  }

  @Override
  public void ended(CallCard card) {
    show("ended", card);
    screen.ended(card);
  }

  private void show(String how, CallCard card) {
    shown.add(how + " " + card.call().key());
    showing.add(card);
  }

  @Override
  public boolean canRecord(Call call) {
    return true;
  }

  @Override
  public void record(Call call, boolean wanted) {
    shown.add("record " + wanted);
  }

  /** False for a kit that only tells who calls. */
  public volatile boolean tellsHandset = true;

  @Override
  public boolean tellsHandset(Call call) {
    return tellsHandset;
  }

  @Override
  public void told(Call call, boolean taken) {
    shown.add(taken ? "taken" : "over");
  }

  @Override
  public void close() {
    desk.close();
    recorder.close();
    index.close();
  }

  static Instant minutesLater(Instant from, long minutes) {
    return from.plusSeconds(60 * minutes);
  }
}
