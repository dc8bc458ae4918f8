package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.store.Database;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The imports of the last thirty days, and taking one of them back. */
public final class PastImports {
  private final Background background;
  private final ImportLine imports;
  private final ReadOnlyBooleanWrapper busy;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable List<ImportRun>> runs =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Database.@Nullable Undone> undone =
      new ReadOnlyObjectWrapper<>();

  /**
   * @param busy set while an import is taken back
   * @param failed hears of what went wrong
   */
  PastImports(
      Background background,
      ImportLine imports,
      ReadOnlyBooleanWrapper busy,
      Consumer<Throwable> failed) {
    this.background = background;
    this.imports = imports;
    this.busy = busy;
    this.failed = failed;
  }

  /** Reads the list anew. */
  public void refresh() {
    background.run(p -> imports.runs().recent()).orElse(failed).then(runs::set);
  }

  /** Takes an import back as a whole; rows that somebody changed since stay. */
  public void undo(ImportRun run) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    background
        .run(p -> imports.undo(run.id()))
        .orElse(failed)
        .then(
            result -> {
              undone.set(result);
              busy.set(false);
              refresh();
            });
  }

  /** The imports, the newest first; null until they are read. */
  public ReadOnlyObjectProperty<@Nullable List<ImportRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** What taking the last one back did, or null. */
  public ReadOnlyObjectProperty<Database.@Nullable Undone> undoneProperty() {
    return undone.getReadOnlyProperty();
  }
}
