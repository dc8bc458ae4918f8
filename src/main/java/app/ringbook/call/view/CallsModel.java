package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The list of calls: which are shown, read a page at a time as it is scrolled, and which one is
 * open. Used on the window's thread.
 */
public final class CallsModel {
  private static final int PAGE = 100;
  private static final Duration ONE_FETCH = Duration.ofMinutes(2);

  private final CallsBook book;
  private final CallsChoice choice;
  private final Background background;
  private final Executor front;
  private final AppClock clock;
  private final ObservableList<CallsRow> rows = FXCollections.observableArrayList();
  private final List<CallRecord> calls = new ArrayList<>();
  private final Map<String, LeadSlot.Known> leads = new HashMap<>();
  private final ObservableList<String> people = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<CallFilter.@Nullable Counts> counts =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<CallFilter.@Nullable Counts> today =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable CallRecord> open =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private Subscription following = () -> {};
  private Background.@Nullable Job<Sums> counting;
  private int question;
  private boolean more;
  private boolean loadingMore;

  /** What the list has to show. */
  public enum State {
    /** Nothing was read yet. */
    LOADING,
    /** Calls. */
    CALLS,
    /** There is no call at all. */
    EMPTY,
    /** No call fits the tab, text and period. */
    NOTHING_FOUND,
    /** The calls could not be read. */
    FAILED
  }

  /**
   * Reads nothing before {@link #shown}.
   *
   * @param front the window's thread, on which news of changes is taken in
   */
  public CallsModel(
      CallsBook book, CallsChoice choice, Background background, Executor front, AppClock clock) {
    this.book = book;
    this.choice = choice;
    this.background = background;
    this.front = front;
    this.clock = clock;
    choice.onChange(() -> reload(PAGE));
  }

  /** Reads the list and follows changes until {@link #hidden}. */
  public void shown() {
    following.close();
    following = book.changes(() -> front.execute(this::changed));
    changed();
    background.run(progress -> book.people()).orElse(e -> {}).then(people::setAll);
  }

  /** Follows no longer. */
  public void hidden() {
    following.close();
    following = () -> {};
  }

  /** Something changed: what is loaded is read again, the open call too. */
  private void changed() {
    reload(Math.max(PAGE, calls.size()));
    CallRecord now = open.get();
    if (now != null) {
      background.run(progress -> book.byId(now.id())).then(fresh -> reopen(now, fresh));
    }
  }

  private void reopen(CallRecord was, Optional<CallRecord> fresh) {
    CallRecord now = open.get();
    if (now != null && now.id() == was.id()) {
      open.set(fresh.orElse(null));
    }
  }

  private record Page(List<CallRecord> calls, Map<String, LeadSlot.Known> leads) {}

  private record Sums(CallFilter.Counts counts, CallFilter.Counts today) {}

  private Page page(CallFilter filter, CallRecords.@Nullable Key before, int limit) {
    List<CallRecord> page = book.page(filter, before, limit);
    return new Page(page, book.leads(page));
  }

  /** The calls first: counting all of them takes longer. */
  private void reload(int limit) {
    int mine = ++question;
    if (counting != null) {
      counting.cancel();
    }
    CallFilter filter = choice.filter();
    background
        .run(progress -> page(filter, null, limit))
        .orElse(e -> failed(mine))
        .then(page -> loaded(mine, filter, page, limit));
  }

  private void count(int asked, CallFilter filter) {
    CallFilter sinceMidnight = CallFilter.ALL.withSince(CallsChoice.Period.TODAY.since(clock));
    counting =
        background
            .run(
                progress ->
                    new Sums(book.counts(filter, progress), book.counts(sinceMidnight, progress)))
            .then(
                sums -> {
                  if (asked == question) {
                    counts.set(sums.counts);
                    today.set(sums.today);
                  }
                });
  }

  private void loaded(int asked, CallFilter filter, Page page, int limit) {
    if (asked != question) {
      return;
    }
    calls.clear();
    calls.addAll(page.calls);
    leads.clear();
    leads.putAll(page.leads);
    more = page.calls.size() == limit;
    loadingMore = false;
    rows.setAll(rowsOf(calls));
    state.set(
        !calls.isEmpty() ? State.CALLS : choice.everything() ? State.EMPTY : State.NOTHING_FOUND);
    count(asked, filter);
  }

  private void failed(int asked) {
    if (asked == question) {
      state.set(State.FAILED);
    }
  }

  /** Tries again after a failure. */
  public void retry() {
    state.set(State.LOADING);
    reload(PAGE);
  }

  /** The end of what is loaded comes into sight: the next page is read, if there is one. */
  public void more() {
    if (!more || loadingMore || calls.isEmpty()) {
      return;
    }
    loadingMore = true;
    int mine = question;
    CallFilter filter = choice.filter();
    CallRecords.Key last = CallRecords.Key.of(calls.getLast());
    background
        .run(progress -> page(filter, last, PAGE))
        .orElse(e -> loadingMore = false)
        .then(
            page -> {
              if (mine == question) {
                loadingMore = false;
                more = page.calls.size() == PAGE;
                CallRecord before = calls.getLast();
                leads.putAll(page.leads);
                calls.addAll(page.calls);
                rows.addAll(rowsOf(page.calls, before));
              }
            });
  }

  private List<CallsRow> rowsOf(List<CallRecord> of) {
    return rowsOf(of, null);
  }

  /** Heads days; calls fetched together from the kit's memory have a heading of their own. */
  private List<CallsRow> rowsOf(List<CallRecord> of, @Nullable CallRecord before) {
    List<CallsRow> made = new ArrayList<>();
    CallRecord above = before;
    for (CallRecord call : of) {
      if (stored(call)) {
        if (above == null || !stored(above) || !fetchedTogether(above, call)) {
          made.add(new CallsRow.Stored(call.fetchedAt()));
        }
      } else if (above == null || stored(above) || !dayOf(above).equals(dayOf(call))) {
        made.add(new CallsRow.Day(dayOf(call)));
      }
      above = call;
      made.add(new CallsRow.Item(call));
    }
    return made;
  }

  private static boolean stored(CallRecord call) {
    return call.source() == CallRecord.Source.STORED;
  }

  private static boolean fetchedTogether(CallRecord one, CallRecord other) {
    Instant its = one.fetchedAt();
    Instant also = other.fetchedAt();
    return (its == null || also == null)
        ? Objects.equals(its, also)
        : Duration.between(its, also).abs().compareTo(ONE_FETCH) <= 0;
  }

  private LocalDate dayOf(CallRecord call) {
    return LocalDate.ofInstant(call.at(), clock.zone());
  }

  /** Opens a call beside the list, or none. */
  public void open(@Nullable CallRecord call) {
    open.set(call);
  }

  /** Opens the call with this id, whether it is in the list or not. */
  public void open(long id) {
    background
        .run(
            progress -> {
              List<CallRecord> found = book.byId(id).stream().toList();
              return new Page(found, book.leads(found));
            })
        .then(
            found -> {
              leads.putAll(found.leads);
              found.calls.forEach(open::set);
            });
  }

  /** The lead at the other end of an unlinked call, or null. */
  LeadSlot.@Nullable Known lead(CallRecord call) {
    return call.customerId() == null ? leads.get(call.numberToDial()) : null;
  }

  /** Days and calls, the newest first. */
  public ObservableList<CallsRow> rows() {
    return rows;
  }

  /** The open call, or null. */
  public ReadOnlyObjectProperty<@Nullable CallRecord> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Which calls are shown. */
  public CallsChoice choice() {
    return choice;
  }

  /** The users at whose desks calls were taken or made; empty before they are read. */
  public ObservableList<String> people() {
    return people;
  }

  /** Shows only calls with the person of the open call, or with the customer if there is none. */
  void onlyPersonOfOpen(RecordWords words) {
    CallRecord call = open.get();
    Long customer = call == null ? null : call.customerId();
    if (call != null && customer != null) {
      choice.only(customer, call.contactId(), words.who(call));
    }
  }

  /** Numbers beside the tabs; null before they are read. */
  public ReadOnlyObjectProperty<CallFilter.@Nullable Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** Today's calls; null before they are read. */
  public ReadOnlyObjectProperty<CallFilter.@Nullable Counts> todayProperty() {
    return today.getReadOnlyProperty();
  }

  /** What the list has to show. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
