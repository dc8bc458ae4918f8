package app.ringbook.customer.view.trash;

import app.ringbook.customer.twins.Restoring;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.Settings;
import app.ringbook.settings.TrashSettings;
import app.ringbook.store.Database;
import app.ringbook.store.Database.Kept;
import app.ringbook.store.trash.Trash;
import app.ringbook.store.trash.Trashed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Deleted records, read a page at a time, and how they come back. Used on the window's thread. */
public final class TrashModel {
  private static final int PAGE = 200;
  private final Database database;
  private final Trash trash;
  private final Restoring restoring;
  private final Settings settings;
  private final Background background;
  private final Executor front;
  private final ObservableList<Trashed> rows = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable Throwable> problem =
      new ReadOnlyObjectWrapper<>(null);
  private Subscription following = () -> {};
  private boolean more;
  private int question;

  /** Reads nothing before {@link #shown}. */
  public TrashModel(
      Database database,
      Trash trash,
      Restoring restoring,
      Settings settings,
      Background background,
      Executor front) {
    this.database = database;
    this.trash = trash;
    this.restoring = restoring;
    this.settings = settings;
    this.background = background;
    this.front = front;
  }

  /** What became of records that were to come back. */
  public interface Outcome {
    /**
     * Some are back.
     *
     * @param records which
     * @param kept what was changed since and stays as it is
     * @param last journal entry of the last one, by which it can be undone
     */
    void back(List<Trashed> records, List<Kept> kept, long last);

    /** One is not back: it has twins by now, and a reason is needed. */
    void twins(Trashed record, TwinsFoundException found);

    /** One is not back. */
    void failed(Throwable problem);
  }

  /** Deleted records, the latest first. */
  public ObservableList<Trashed> rows() {
    return rows;
  }

  /** How many there are; -1 before they were read. */
  public ReadOnlyLongProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Why they could not be read, or null. */
  public ReadOnlyObjectProperty<@Nullable Throwable> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whole days a record stays. */
  public int days() {
    return settings.trash().days();
  }

  /** Changes how long records stay; it counts for those already here. */
  public void keepFor(int days) {
    settings.changeTrash(new TrashSettings(days));
  }

  /** When a record cannot be put back any more. */
  public Instant until(Trashed trashed) {
    return trashed.deletedAt().plus(Duration.ofDays(days()));
  }

  /** Reads and follows changes until {@link #hidden}. */
  public void shown() {
    following.close();
    following =
        database
            .changes()
            .add(
                done -> {
                  if (done.rows().stream().anyMatch(r -> r.table().equals(Trash.TABLE))) {
                    front.execute(() -> read(Math.max(PAGE, rows.size())));
                  }
                });
    read(PAGE);
  }

  /** Follows no longer. */
  public void hidden() {
    following.close();
    following = () -> {};
  }

  private record Answer(List<Trashed> page, long count) {}

  private void read(int limit) {
    int mine = ++question;
    background
        .run(progress -> new Answer(trash.page(null, limit), trash.count()))
        .orElse(problem::set)
        .then(
            answer -> {
              if (mine == question) {
                problem.set(null);
                rows.setAll(answer.page());
                count.set(answer.count());
                more = answer.page().size() == limit;
              }
            });
  }

  /** The end of what is loaded comes into sight. */
  public void more() {
    if (!more || rows.isEmpty()) {
      return;
    }
    more = false;
    int mine = question;
    Trashed last = rows.getLast();
    background
        .run(progress -> trash.page(last, PAGE))
        .orElse(problem::set)
        .then(
            page -> {
              if (mine == question) {
                rows.addAll(page);
                more = page.size() == PAGE;
              }
            });
  }

  /** Puts records back, those deleted last first, so that people come after their customer. */
  public void restore(List<Trashed> some, @Nullable String reason, Outcome outcome) {
    background
        .run(
            progress -> {
              List<Trashed> back = new ArrayList<>();
              List<Kept> kept = new ArrayList<>();
              long last = 0;
              for (Trashed one : some) {
                try {
                  Database.Done<List<Kept>> done = restoring.restore(one, reason);
                  back.add(one);
                  kept.addAll(done.value());
                  last = done.sequence();
                } catch (TwinsFoundException e) {
                  front.execute(() -> outcome.twins(one, e));
                  break;
                }
              }
              return new Restored(back, kept, last);
            })
        .orElse(outcome::failed)
        .then(
            done -> {
              if (!done.back().isEmpty()) {
                outcome.back(done.back(), done.kept(), done.last());
              }
            });
  }

  private record Restored(List<Trashed> back, List<Kept> kept, long last) {}
}
