package app.ringbook.customer.view;

import app.ringbook.customer.ListQuery;
import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import app.ringbook.ui.Preparation;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The list of customers: what is asked for, which customers answer in which order, and which one is
 * chosen. The customers themselves are read in pages by the table. Used on the front thread.
 */
public final class CustomersModel {
  /** So many are shown while the whole order is still being read. */
  private static final int FIRST = 200;

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
    /** Nobody has a next contact in the span asked for. */
    NOBODY_DUE,
    /** Nobody meets the filter. */
    NOBODY_MEANT,
    /** The list could not be read. */
    FAILED
  }

  private final CustomerBook book;
  private final Executor front;
  private final NewestOnly questions;
  private final Preparation preparation = new Preparation();
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.LOADING);
  private final ReadOnlyObjectWrapper<Grouping> grouping =
      new ReadOnlyObjectWrapper<>(Grouping.none(new long[0]));
  private final ReadOnlyObjectWrapper<long[]> ids = new ReadOnlyObjectWrapper<>(new long[0]);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<ListState> state = new SimpleObjectProperty<>(ListState.EVERYBODY);
  private final ObjectProperty<@Nullable Long> chosen = new SimpleObjectProperty<>();
  private @Nullable Subscription news;

  /**
   * @param front runs what it is given on the front thread, later
   */
  public CustomersModel(CustomerBook book, Background background, Executor front) {
    this.book = book;
    this.front = front;
    this.questions = new NewestOnly(background);
    text.addListener((at, was, is) -> reload());
    state.addListener((at, was, is) -> changed(was, is));
  }

  private void changed(ListState was, ListState is) {
    if (!is.withColumns(was.columns()).equals(was)) {
      reload();
    }
  }

  /** Reads the list and follows what changes. */
  public void shown() {
    hidden();
    news = book.changes(changed -> front.execute(this::reloadIfShown));
    if (status.get() == Status.LOADING) {
      first();
    } else {
      reload();
    }
  }

  /** Stops following. */
  public void hidden() {
    questions.forget();
    if (news != null) {
      news.close();
      news = null;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  private record Answer(long total, Grouping grouping) {
    long[] ids() {
      return grouping.ids();
    }
  }

  /** A first screenful at once, then all. */
  private void first() {
    ListQuery query = query();
    questions.ask(
        progress -> new Answer(book.count(), Grouping.none(first(query))),
        answer -> {
          if (answer.ids().length > 0) {
            found(answer);
          }
          reload();
        },
        problem -> status.set(Status.FAILED));
  }

  private long[] first(ListQuery query) {
    return state.get().group().isEmpty() ? book.first(query, FIRST) : new long[0];
  }

  /** Reads the list again; the newest wish wins. */
  public void reload() {
    ListQuery query = query();
    String by = group();
    questions.ask(
        progress ->
            new Answer(
                book.count(),
                by.isEmpty()
                    ? Grouping.none(book.ids(query, progress))
                    : book.grouped(query, by, progress)),
        answer -> {
          preparation.done();
          found(answer);
        },
        problem -> {
          preparation.done();
          status.set(Status.FAILED);
        },
        preparation::at);
  }

  /** Sorts by a column: the first time upwards, again the other way. */
  public void sortBy(String field) {
    sortBy(field, field.equals(state.get().sort()) && !state.get().descending());
  }

  /** Sorts by a column in a direction. */
  public void sortBy(String field, boolean downwards) {
    state.set(state.get().sortedBy(field, downwards));
  }

  /** Takes every filter away. */
  public void showAll() {
    state.set(state.get().withFilter(Filter.everyone()));
    text.set("");
  }

  /** What is asked for at present. */
  public ListQuery query() {
    ListState now = state.get();
    // A field that was taken out of the catalogue sorts nobody any more.
    String sort = known(now.sort()) ? now.sort() : ColumnStore.BY_NAME;
    return new ListQuery(sort, now.descending(), text.get().strip(), now.filter());
  }

  /** Key of the field the list is grouped by; empty for none. */
  public String group() {
    String by = state.get().group();
    return known(by) ? by : "";
  }

  private boolean known(String field) {
    return book.columns().stream().anyMatch(column -> column.key().equals(field));
  }

  /** The customers that answer and their groups; told before {@link #ids}. */
  public ReadOnlyObjectProperty<Grouping> grouping() {
    return grouping.getReadOnlyProperty();
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** How far the reading of fields is that a question needs for the first time. */
  public Preparation preparation() {
    return preparation;
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
  public StringProperty text() {
    return text;
  }

  /** Filter, order and columns. */
  public ObjectProperty<ListState> state() {
    return state;
  }

  /** The customer in the preview, or null. */
  public ObjectProperty<@Nullable Long> chosen() {
    return chosen;
  }

  private void reloadIfShown() {
    if (news != null) {
      reload();
    }
  }

  private void found(Answer answer) {
    total.set(answer.total());
    grouping.set(answer.grouping());
    ids.set(answer.ids());
    Filter filter = state.get().filter();
    if (answer.ids().length > 0) {
      status.set(Status.READY);
    } else if (answer.total() == 0) {
      status.set(Status.NO_CUSTOMERS);
    } else if (!text.get().isBlank()) {
      status.set(Status.NOTHING_FOUND);
    } else {
      boolean due = filter.fields().equals(Set.of("nextContact"));
      status.set(due ? Status.NOBODY_DUE : Status.NOBODY_MEANT);
    }
  }
}
