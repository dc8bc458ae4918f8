package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.Background;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks whose the open call was: likely customers, and a search. Used on the window's thread. */
public final class LinkingModel {
  private final CallsBook book;
  private final Background background;
  private final ReadOnlyObjectProperty<@Nullable CallRecord> call;
  private final Consumer<Throwable> problem;
  private final Choice choice;
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<Match.Candidate> likely = FXCollections.observableArrayList();
  private final ObservableList<CustomerSearch.Hit> hits = FXCollections.observableArrayList();

  /** Hears whose the call was. */
  interface Choice {
    void link(@Nullable Long customerId, @Nullable Long contactId);
  }

  /**
   * @param call the open call
   * @param problem told what failed
   * @param choice told what a person chose
   */
  LinkingModel(
      CallsBook book,
      Background background,
      ReadOnlyObjectProperty<@Nullable CallRecord> call,
      Consumer<Throwable> problem,
      Choice choice) {
    this.book = book;
    this.background = background;
    this.call = call;
    this.problem = problem;
    this.choice = choice;
    search.addListener((o, was, now) -> find(now.strip()));
  }

  /** Opens the search for whose call it was, with likely ones on top. */
  public void start() {
    CallRecord now = call.get();
    if (now == null) {
      return;
    }
    likely.clear();
    hits.clear();
    search.set("");
    asking.set(true);
    background
        .run(progress -> book.likely(now))
        .orElse(problem)
        .then(
            found -> {
              CallRecord open = call.get();
              if (open != null && open.id() == now.id()) {
                likely.setAll(found);
              }
            });
  }

  private void find(String text) {
    if (text.isEmpty()) {
      hits.clear();
      return;
    }
    background
        .run(progress -> book.find(text))
        .orElse(problem)
        .then(
            found -> {
              if (text.equals(search.get().strip())) {
                hits.setAll(found);
              }
            });
  }

  /** Whose call it was; null takes it off. */
  public void link(@Nullable Long customerId, @Nullable Long contactId) {
    asking.set(false);
    choice.link(customerId, contactId);
  }

  /** True while it is being asked whose call it was. */
  public BooleanProperty askingProperty() {
    return asking;
  }

  /** What is searched for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** What was found. */
  public ObservableList<CustomerSearch.Hit> hits() {
    return hits;
  }

  /** Customers the number may belong to, the likeliest first. */
  public ObservableList<Match.Candidate> likely() {
    return likely;
  }
}
