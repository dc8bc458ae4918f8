package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.store.Database;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The import at work and what came of it: writing, stopping, taking back. */
public final class ImportWork {
  private final Background background;
  private final ImportLine imports;
  private final ReadOnlyBooleanWrapper busy;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<ImportProgress> progress =
      new ReadOnlyObjectWrapper<>(ImportProgress.NONE);
  private final ReadOnlyObjectWrapper<ImportLine.@Nullable Done> done =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Database.@Nullable Undone> undone =
      new ReadOnlyObjectWrapper<>();
  private volatile boolean stop;
  private long firstDone = -1;
  private long firstAt;

  /**
   * @param busy set while rows are written or taken back
   * @param failed hears of what went wrong
   */
  ImportWork(
      Background background,
      ImportLine imports,
      ReadOnlyBooleanWrapper busy,
      Consumer<Throwable> failed) {
    this.background = background;
    this.imports = imports;
    this.busy = busy;
    this.failed = failed;
  }

  /** Forgets the import before. */
  void reset() {
    done.set(null);
    undone.set(null);
    stop = false;
    firstDone = -1;
    progress.set(ImportProgress.NONE);
  }

  /** Imports; also goes on after a stop. */
  void commit(SheetRows rows, ColumnMatch match, ImportOptions options) {
    busy.set(true);
    background
        .run(p -> imports.commit(rows, match, options, stoppable(p)))
        .onProgress(this::at)
        .orElse(failed)
        .then(
            result -> {
              busy.set(false);
              done.set(result);
            });
  }

  /** The rate is that since the first block: the rows before may have been stored earlier. */
  private void at(long done, long total) {
    long now = imports.clock().nanoTime();
    if (firstDone < 0) {
      firstDone = done;
      firstAt = now;
    }
    double seconds = (now - firstAt) / 1e9;
    double rate = seconds <= 0 ? 0 : (done - firstDone) / seconds;
    progress.set(new ImportProgress(done, total, rate));
  }

  /** Stopping is not cancelling: the blocks stored so far are reported. */
  private Progress stoppable(Progress running) {
    return new Progress() {
      @Override
      public void at(long doneRows, long total) {
        running.at(doneRows, total);
      }

      @Override
      public boolean cancelled() {
        return stop;
      }

      @Override
      public void giveWay() {
        running.giveWay();
      }
    };
  }

  /** Stops the import behind the block at work. */
  public void stop() {
    stop = true;
  }

  /** Takes the import back as a whole. */
  void undo() {
    ImportLine.Done made = done.get();
    if (made == null || busy.get()) {
      return;
    }
    busy.set(true);
    background
        .run(p -> imports.undo(made.importId()))
        .orElse(failed)
        .then(
            result -> {
              busy.set(false);
              undone.set(result);
            });
  }

  /** How far the import is. */
  public ReadOnlyObjectProperty<ImportProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What the import did, or null. */
  public ReadOnlyObjectProperty<ImportLine.@Nullable Done> doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** What taking it back did, or null. */
  public ReadOnlyObjectProperty<Database.@Nullable Undone> undoneProperty() {
    return undone.getReadOnlyProperty();
  }
}
