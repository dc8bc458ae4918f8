package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The list of calls: which are shown, read a page at a time as it is scrolled, and which one is
 * open. Used on the window's thread.
 */
public final class CallsModel {
  private static final int PAGE = 100;

  private final CallsBook book;
  private final Background background;
  private final Executor front;
  private final AppClock clock;
  private final ObservableList<CallsRow> rows = FXCollections.observableArrayList();
  private final List<CallRecord> calls = new ArrayList<>();
  private final ObjectProperty<CallFilter.Tab> tab = new SimpleObjectProperty<>(CallFilter.Tab.ALL);
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ALL);
  private final ObjectProperty<CallFilter.Narrow> narrow =
      new SimpleObjectProperty<>(CallFilter.Narrow.NONE);
  private final ReadOnlyObjectWrapper<@Nullable String> person = new ReadOnlyObjectWrapper<>(null);
  private @Nullable Long customer;
  private final ReadOnlyObjectWrapper<CallFilter.@Nullable Counts> counts =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<CallFilter.@Nullable Counts> today =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable CallRecord> open =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private Subscription following = () -> {};
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

  /** From when on calls are shown. */
  public enum Period {
    /** Since midnight. */
    TODAY(1),
    /** Today and the six days before. */
    WEEK(7),
    /** Today and the 29 days before. */
    MONTH(30),
    /** All of them. */
    ALL(0);

    private final int days;

    Period(int days) {
      this.days = days;
    }

    @Nullable Instant since(AppClock clock) {
      return days == 0
          ? null
          : clock.today().minusDays(days - 1).atStartOfDay(clock.zone()).toInstant();
    }
  }

  /**
   * Reads nothing before {@link #shown}.
   *
   * @param front the window's thread, on which news of changes is taken in
   */
  public CallsModel(CallsBook book, Background background, Executor front, AppClock clock) {
    this.book = book;
    this.background = background;
    this.front = front;
    this.clock = clock;
    tab.addListener((o, was, now) -> reload(PAGE));
    text.addListener((o, was, now) -> reload(PAGE));
    period.addListener((o, was, now) -> reload(PAGE));
    narrow.addListener((o, was, now) -> reload(PAGE));
  }

  /** Reads the list and follows changes until {@link #hidden}. */
  public void shown() {
    following.close();
    following = book.changes(() -> front.execute(this::changed));
    changed();
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

  private CallFilter filter() {
    return new CallFilter(
        tab.get(), text.get().strip(), customer, period.get().since(clock), narrow.get());
  }

  private record Answer(
      List<CallRecord> calls, CallFilter.Counts counts, CallFilter.Counts today) {}

  private void reload(int limit) {
    int mine = ++question;
    CallFilter filter = filter();
    CallFilter sinceMidnight = CallFilter.ALL.withSince(Period.TODAY.since(clock));
    background
        .run(
            progress ->
                new Answer(
                    book.page(filter, null, limit),
                    book.counts(filter),
                    book.counts(sinceMidnight)))
        .orElse(e -> failed(mine))
        .then(answer -> loaded(mine, answer, limit));
  }

  private void loaded(int asked, Answer answer, int limit) {
    if (asked != question) {
      return;
    }
    calls.clear();
    calls.addAll(answer.calls);
    more = answer.calls.size() == limit;
    loadingMore = false;
    counts.set(answer.counts);
    today.set(answer.today);
    rows.setAll(rowsOf(calls));
    boolean unfiltered =
        tab.get() == CallFilter.Tab.ALL
            && text.get().isBlank()
            && period.get() == Period.ALL
            && customer == null
            && narrow.get().equals(CallFilter.Narrow.NONE);
    state.set(!calls.isEmpty() ? State.CALLS : unfiltered ? State.EMPTY : State.NOTHING_FOUND);
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
    CallFilter filter = filter();
    CallRecords.Key last = CallRecords.Key.of(calls.getLast());
    background
        .run(progress -> book.page(filter, last, PAGE))
        .orElse(e -> loadingMore = false)
        .then(
            page -> {
              if (mine == question) {
                loadingMore = false;
                more = page.size() == PAGE;
                CallRecord before = calls.getLast();
                calls.addAll(page);
                rows.addAll(rowsOf(page, before));
              }
            });
  }

  private List<CallsRow> rowsOf(List<CallRecord> of) {
    return rowsOf(of, null);
  }

  /** Heads days; calls from the kit's memory that follow each other have a heading of their own. */
  private List<CallsRow> rowsOf(List<CallRecord> of, @Nullable CallRecord before) {
    List<CallsRow> made = new ArrayList<>();
    LocalDate day = before == null ? null : dayOf(before);
    boolean inStored = before != null && before.source() == CallRecord.Source.STORED;
    for (CallRecord call : of) {
      boolean stored = call.source() == CallRecord.Source.STORED;
      LocalDate its = dayOf(call);
      if (stored && !inStored) {
        made.add(new CallsRow.Stored());
      } else if (!stored && (inStored || !its.equals(day))) {
        made.add(new CallsRow.Day(its));
      }
      day = its;
      inStored = stored;
      made.add(new CallsRow.Item(call));
    }
    return made;
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
    background.run(progress -> book.byId(id)).then(found -> found.ifPresent(open::set));
  }

  /** Days and calls, the newest first. */
  public ObservableList<CallsRow> rows() {
    return rows;
  }

  /** The open call, or null. */
  public ReadOnlyObjectProperty<@Nullable CallRecord> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The kind of calls shown. */
  public ObjectProperty<CallFilter.Tab> tabProperty() {
    return tab;
  }

  /** Part of a name, number or note. */
  public StringProperty textProperty() {
    return text;
  }

  /** What else a call must have. */
  public ObjectProperty<CallFilter.Narrow> narrowProperty() {
    return narrow;
  }

  /** Whose calls alone are shown, by name; null for everybody's. */
  public ReadOnlyObjectProperty<@Nullable String> personProperty() {
    return person.getReadOnlyProperty();
  }

  /** Shows only calls with the person of the open call, or with the customer if there is none. */
  void onlyPersonOfOpen(RecordWords words) {
    CallRecord call = open.get();
    if (call != null && call.customerId() != null) {
      customer = call.customerId();
      person.set(words.who(call));
      person(call.contactId());
    }
  }

  /** Shows calls with everybody again. */
  public void everybody() {
    customer = null;
    person.set(null);
    person(null);
  }

  /** Takes every filter off. */
  public void showAll() {
    text.set("");
    period.set(Period.ALL);
    tab.set(CallFilter.Tab.ALL);
    narrow.set(CallFilter.Narrow.NONE);
    everybody();
  }

  private void person(@Nullable Long contactId) {
    CallFilter.Narrow now = narrow.get();
    CallFilter.Narrow next =
        new CallFilter.Narrow(now.leastTalkMillis(), now.result(), now.commented(), contactId);
    if (next.equals(now)) {
      reload(PAGE);
    } else {
      narrow.set(next);
    }
  }

  /** From when on calls are shown. */
  public ObjectProperty<Period> periodProperty() {
    return period;
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
