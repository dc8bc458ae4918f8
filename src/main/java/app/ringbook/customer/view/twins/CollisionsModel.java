package app.ringbook.customer.view.twins;

import app.ringbook.customer.twins.Collision;
import app.ringbook.platform.Background;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The report of collisions: looked for on demand, with progress. Used on the window's thread. */
public final class CollisionsModel {
  private final TwinsBook book;
  private final Background background;
  private final ObservableList<Collision> found = FXCollections.observableArrayList();
  private final BooleanProperty differentOwners = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable Throwable> problem =
      new ReadOnlyObjectWrapper<>(null);
  private Background.@Nullable Job<?> job;

  /** Nothing looked for yet. */
  public CollisionsModel(TwinsBook book, Background background) {
    this.book = book;
    this.background = background;
    differentOwners.addListener((o, was, is) -> look());
  }

  /** The pairs found, the surest first. */
  public ObservableList<Collision> found() {
    return found;
  }

  /** True for pairs only that two people look after; a change looks again. */
  public BooleanProperty differentOwners() {
    return differentOwners;
  }

  /** True while it is looking. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** True once it has looked: that nothing was found means something. */
  public ReadOnlyBooleanProperty lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /** From 0 to 1, or -1 while unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Why it could not look, or null. */
  public ReadOnlyObjectProperty<@Nullable Throwable> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Looks anew; a look that is under way is given up. */
  public void look() {
    cancel();
    boolean owners = differentOwners.get();
    problem.set(null);
    progress.set(-1);
    busy.set(true);
    Background.Job<List<Collision>> running = background.run(p -> book.report(owners, p));
    job = running;
    running
        .onProgress((done, total) -> progress.set(total <= 0 ? -1 : (double) done / total))
        .ifCancelled(() -> ended(running))
        .orElse(
            failure -> {
              problem.set(failure);
              ended(running);
            })
        .then(
            pairs -> {
              found.setAll(pairs);
              looked.set(true);
              ended(running);
            });
  }

  /** Gives the look up; what was found before stays. */
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Takes a pair away that was settled. */
  public void settled(Collision collision) {
    found.remove(collision);
  }

  /** Takes every pair away in which a customer took part that is no more what it was. */
  public void merged(List<Long> customerIds) {
    found.removeIf(c -> customerIds.contains(c.one().id()) || customerIds.contains(c.other().id()));
  }

  private void ended(Background.Job<?> running) {
    if (job == running) {
      busy.set(false);
    }
  }
}
