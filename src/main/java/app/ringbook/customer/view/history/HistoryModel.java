package app.ringbook.customer.view.history;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.history.CustomerHistory;
import app.ringbook.customer.history.HistoryLine;
import app.ringbook.platform.Background;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The history of one customer, read as it is scrolled. Used on the window's thread. */
public final class HistoryModel {
  private static final int PAGE = 40;
  private final CustomerHistory history;
  private final Background background;
  private final long customerId;
  private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> field = new SimpleObjectProperty<>(null);
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Throwable> problem =
      new ReadOnlyObjectWrapper<>(null);
  private int question;
  private long next;

  /** What there is to show. */
  public enum Shown {
    /** Nothing was read yet. */
    LOADING,
    /** Lines. */
    LINES,
    /** Nothing happened. */
    EMPTY,
    /** It could not be read. */
    FAILED
  }

  /**
   * Reads nothing before {@link #read}.
   *
   * @param chosen key of the field to tell of first, or null for everything
   */
  public HistoryModel(
      CustomerHistory history, Background background, long customerId, @Nullable String chosen) {
    this.history = history;
    this.background = background;
    this.customerId = customerId;
    field.set(chosen);
    field.addListener((o, was, now) -> read());
  }

  /** The lines read until now, the newest first. */
  public ObservableList<HistoryLine> lines() {
    return lines;
  }

  /** Key of the field told of; null for everything. */
  public ObjectProperty<@Nullable String> fieldProperty() {
    return field;
  }

  /** What there is to show. */
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why it could not be read, or null. */
  public ReadOnlyObjectProperty<@Nullable Throwable> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The fields to choose from. */
  public List<Field<CustomerRecord>> fields() {
    return history.fields();
  }

  /** Reads from the newest on. */
  public void read() {
    next = Long.MAX_VALUE;
    lines.clear();
    shown.set(Shown.LOADING);
    question++;
    more();
  }

  /** The end of what is read comes into sight. */
  public void more() {
    if (next == 0) {
      return;
    }
    long from = next;
    next = 0;
    int mine = question;
    String of = field.get();
    background
        .run(progress -> history.page(customerId, of, from, PAGE))
        .orElse(
            e -> {
              if (mine == question) {
                problem.set(e);
                shown.set(Shown.FAILED);
              }
            })
        .then(
            page -> {
              if (mine == question) {
                lines.addAll(page.lines());
                next = page.next();
                shown.set(lines.isEmpty() ? Shown.EMPTY : Shown.LINES);
              }
            });
  }

  /** Gives a field its earlier value, on a worker thread; returns the journal entry. */
  long takeBack(HistoryLine.OfField change) {
    return history.takeBack(customerId, change).sequence();
  }
}
