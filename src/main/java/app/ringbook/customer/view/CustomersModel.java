package app.ringbook.customer.view;

import app.ringbook.customer.ListQuery;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.time.Instant;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The list of customers: what is asked for, which customers answer in which order, and which one is
 * chosen. The customers themselves are read in pages by the table. Used on the front thread.
 */
public final class CustomersModel {

  /** What there is to see. */
  public enum Status {
    /** Being read for the first time. */
    LOADING,
    /** Customers are listed. */
    READY,
    /** There are no customers at all. */
    NO_CUSTOMERS,
    /** None has the text of the filter. */
    NOTHING_FOUND,
    /** Nobody is late or due. */
    NOBODY_DUE,
    /** The list could not be read. */
    FAILED
  }

  private final CustomerBook book;
  private final Executor front;
  private final AppClock clock;
  private final NewestOnly questions;
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.LOADING);
  private final ReadOnlyObjectWrapper<long[]> ids = new ReadOnlyObjectWrapper<>(new long[0]);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty due = new SimpleBooleanProperty();
  private final ObjectProperty<ListQuery.Sort> sort =
      new SimpleObjectProperty<>(ListQuery.Sort.NAME);
  private final BooleanProperty descending = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Long> chosen = new SimpleObjectProperty<>();
  private @Nullable Subscription news;

  /**
   * @param front runs what it is given on the front thread, later
   */
  public CustomersModel(CustomerBook book, Background background, Executor front, AppClock clock) {
    this.book = book;
    this.front = front;
    this.clock = clock;
    this.questions = new NewestOnly(background);
    filter.addListener((at, was, is) -> reload());
    due.addListener((at, was, is) -> reload());
  }

  /** Reads the list and follows what changes. */
  public void shown() {
    hidden();
    news = book.changes(changed -> front.execute(this::reloadIfShown));
    reload();
  }

  /** Stops following. */
  public void hidden() {
    questions.forget();
    if (news != null) {
      news.close();
      news = null;
    }
  }

  /** Reads the list again; the newest wish wins. */
  public void reload() {
    ListQuery query = query();
    questions.ask(
        progress -> {
          long all = book.count();
          long[] answer = book.ids(query, progress);
          return (Runnable) () -> found(all, answer);
        },
        Runnable::run,
        problem -> status.set(Status.FAILED));
  }

  /** Sorts by a column: the first time upwards, again the other way. */
  public void sortBy(ListQuery.Sort column) {
    sortBy(column, column == sort.get() && !descending.get());
  }

  /** Sorts by a column in a direction. */
  public void sortBy(ListQuery.Sort column, boolean downwards) {
    sort.set(column);
    descending.set(downwards);
    reload();
  }

  /** Takes every filter away. */
  public void showAll() {
    due.set(false);
    filter.set("");
  }

  /** What is asked for at present. */
  public ListQuery query() {
    return new ListQuery(
        sort.get(), descending.get(), filter.get().strip(), due.get() ? endOfToday() : null);
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** The customers that answer, in order. Never changed in place. */
  public ReadOnlyObjectProperty<long[]> ids() {
    return ids.getReadOnlyProperty();
  }

  /** How many customers there are, filtered or not. */
  public ReadOnlyLongProperty total() {
    return total.getReadOnlyProperty();
  }

  /** Text that customers must have in their name, phone and so on; empty for all. */
  public StringProperty filter() {
    return filter;
  }

  /** True to list only those whose next contact is late or due. */
  public BooleanProperty due() {
    return due;
  }

  /** The column that orders the list; change it by {@link #sortBy}. */
  public ReadOnlyObjectProperty<ListQuery.Sort> sort() {
    return sort;
  }

  /** True if the order runs downwards. */
  public boolean descending() {
    return descending.get();
  }

  /** The customer in the preview, or null. */
  public ObjectProperty<@Nullable Long> chosen() {
    return chosen;
  }

  private Instant endOfToday() {
    return clock.today().plusDays(1).atStartOfDay(clock.zone()).toInstant();
  }

  private void reloadIfShown() {
    if (news != null) {
      reload();
    }
  }

  private void found(long all, long[] answer) {
    total.set(all);
    ids.set(answer);
    if (answer.length > 0) {
      status.set(Status.READY);
    } else if (all == 0) {
      status.set(Status.NO_CUSTOMERS);
    } else if (filter.get().isBlank()) {
      status.set(Status.NOBODY_DUE);
    } else {
      status.set(Status.NOTHING_FOUND);
    }
  }
}
