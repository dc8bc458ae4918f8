package app.ringbook.timeline.view;

import app.ringbook.customer.view.NewestOnly;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One customer's timeline: the entries read so far, which kinds are wanted, and news as they come.
 * Used on the front thread.
 */
public final class TimelineModel {
  /** How many entries are read at a time. */
  public static final int PAGE = 50;

  /** What there is to see. */
  public enum Status {
    /** Being read for the first time. */
    LOADING,
    /** Entries are shown. */
    READY,
    /** The customer has no entries at all. */
    EMPTY,
    /** None of the kinds wanted. */
    NOTHING_FOUND,
    /** Could not be read. */
    FAILED
  }

  private record Answer(
      List<TimelineEntry> entries, Map<TimelineKind, Integer> counts, int asked) {}

  private final int pageSize;
  private final TimelineBook book;
  private final Executor front;
  private final AppClock clock;
  private final NewestOnly questions;
  private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.LOADING);
  private final ReadOnlyObjectWrapper<Set<TimelineKind>> wanted =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Map<TimelineKind, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private List<TimelineEntry> entries = List.of();
  private boolean older;
  private boolean reading;
  private long customerId;
  private @Nullable Subscription news;

  /**
   * Reads {@link #PAGE} entries at a time.
   *
   * @param front runs what it is given on the front thread, later
   */
  public TimelineModel(TimelineBook book, Background background, Executor front, AppClock clock) {
    this(book, background, front, clock, PAGE);
  }

  /** As the other, with pages of this size. */
  public TimelineModel(
      TimelineBook book, Background background, Executor front, AppClock clock, int pageSize) {
    this.pageSize = pageSize;
    this.book = book;
    this.front = front;
    this.clock = clock;
    this.questions = new NewestOnly(background);
  }

  /** Shows a customer's timeline, from its newest entry, and follows it. */
  public void show(long customer) {
    hidden();
    customerId = customer;
    entries = List.of();
    rows.clear();
    wanted.set(Set.of());
    counts.set(Map.of());
    status.set(Status.LOADING);
    news = book.changes(id -> front.execute(() -> changed(id)));
    read(pageSize);
  }

  /** Stops following. */
  public void hidden() {
    questions.forget();
    reading = false;
    if (news != null) {
      news.close();
      news = null;
    }
  }

  /** The customer shown. */
  public long customerId() {
    return customerId;
  }

  /** Days, entries and the mark of more, the newest first. */
  public ObservableList<TimelineRow> rows() {
    return rows;
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** The kinds wanted; empty for all. */
  public ReadOnlyObjectProperty<Set<TimelineKind>> wanted() {
    return wanted.getReadOnlyProperty();
  }

  /** Entries of each kind. */
  public ReadOnlyObjectProperty<Map<TimelineKind, Integer>> counts() {
    return counts.getReadOnlyProperty();
  }

  /** All entries of the customer. */
  public long total() {
    return counts.get().values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Wants all kinds. */
  public void wantAll() {
    want(Set.of());
  }

  /**
   * Wants a kind.
   *
   * @param add true to add it to those wanted, or take it out if it is one of them; false to want
   *     it alone
   */
  public void want(TimelineKind kind, boolean add) {
    Set<TimelineKind> next = EnumSet.noneOf(TimelineKind.class);
    if (add) {
      next.addAll(wanted.get());
    }
    if (!next.remove(kind)) {
      next.add(kind);
    }
    want(next);
  }

  /** Reads the next older entries, if there are any. */
  public void more() {
    if (!older || reading || entries.isEmpty()) {
      return;
    }
    reading = true;
    long customer = customerId;
    Set<TimelineKind> kinds = wanted.get();
    TimelineEntry last = entries.getLast();
    List<TimelineEntry> had = entries;
    questions.ask(
        progress -> book.read(customer, kinds, last, pageSize),
        next -> {
          List<TimelineEntry> all = new ArrayList<>(had);
          all.addAll(next);
          take(all, next.size() == pageSize);
        },
        problem -> reading = false);
  }

  /** Reads again what is shown. */
  public void refresh() {
    read(Math.max(pageSize, entries.size()));
  }

  private void want(Set<TimelineKind> kinds) {
    wanted.set(Set.copyOf(kinds));
    read(pageSize);
  }

  private void changed(long id) {
    if (id == customerId && news != null) {
      refresh();
    }
  }

  private void read(int limit) {
    long customer = customerId;
    Set<TimelineKind> kinds = wanted.get();
    reading = true;
    questions.ask(
        progress ->
            new Answer(book.read(customer, kinds, null, limit), book.counts(customer), limit),
        this::answered,
        problem -> {
          reading = false;
          rows.clear();
          status.set(Status.FAILED);
        });
  }

  private void answered(Answer answer) {
    Map<TimelineKind, Integer> known = new EnumMap<>(TimelineKind.class);
    known.putAll(answer.counts());
    known.values().removeIf(n -> n == 0);
    counts.set(known);
    take(answer.entries(), answer.entries().size() == answer.asked());
  }

  private void take(List<TimelineEntry> read, boolean moreToRead) {
    reading = false;
    entries = read;
    older = moreToRead;
    replaceChanged(rowsOf(read, moreToRead));
    if (!read.isEmpty()) {
      status.set(Status.READY);
    } else {
      status.set(wanted.get().isEmpty() ? Status.EMPTY : Status.NOTHING_FOUND);
    }
  }

  private List<TimelineRow> rowsOf(List<TimelineEntry> read, boolean moreToRead) {
    List<TimelineRow> result = new ArrayList<>(read.size() + 16);
    LocalDate day = null;
    for (TimelineEntry entry : read) {
      LocalDate date = LocalDate.ofInstant(entry.at(), clock.zone());
      if (!date.equals(day)) {
        result.add(new TimelineRow.Day(date));
        day = date;
      }
      result.add(new TimelineRow.Happened(entry));
    }
    if (moreToRead) {
      result.add(new TimelineRow.Older());
    }
    return result;
  }

  /** Leaves equal rows in place, so that the list keeps its scroll position and open players. */
  private void replaceChanged(List<TimelineRow> fresh) {
    int shorter = Math.min(rows.size(), fresh.size());
    int head = 0;
    while (head < shorter && rows.get(head).equals(fresh.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && rows.get(rows.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    List<TimelineRow> middle = fresh.subList(head, fresh.size() - tail);
    if (head == rows.size() - tail) {
      rows.addAll(head, middle);
    } else {
      rows.remove(head, rows.size() - tail);
      rows.addAll(head, middle);
    }
  }
}
