package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.store.Database;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One line an import of the last thirty days: what it did, whether it ended, and undo. */
final class PastImportsList extends VBox {
  private static final int SHOWN = 8;
  private final ImportModel model;
  private final Language language;
  private final Formats formats;

  PastImportsList(ImportModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    getStyleClass().add("past-imports");
    setMaxSize(560, USE_PREF_SIZE);
    fill(model.past().runsProperty().get());
  }

  /** Shows the list as it is now. */
  void fill(@Nullable List<ImportRun> runs) {
    getChildren().clear();
    setVisible(runs != null && !runs.isEmpty());
    setManaged(isVisible());
    if (runs == null || runs.isEmpty()) {
      return;
    }
    Label title = new Label(language.now("spreadsheet.past.title"));
    title.getStyleClass().add("card-title");
    getChildren().add(title);
    Database.Undone undone = model.past().undoneProperty().get();
    if (undone != null) {
      Label kept =
          new Label(
              language.now(
                  undone.kept().isEmpty()
                      ? "spreadsheet.done.undoneAll"
                      : "spreadsheet.done.undoneKept",
                  undone.kept().size()));
      kept.getStyleClass().add("muted");
      getChildren().add(kept);
    }
    runs.stream().limit(SHOWN).map(this::line).forEach(getChildren()::add);
  }

  private Node line(ImportRun run) {
    boolean done = run.state() == ImportRun.State.DONE;
    Label file =
        new Label(
            run.fileName(),
            Icons.of(
                done ? Feather.CHECK_CIRCLE : Feather.PAUSE_CIRCLE, done ? "success" : "warning"));
    file.getStyleClass().add("strong");
    Label what =
        new Label(
            language.now(
                done ? "spreadsheet.past.done" : "spreadsheet.past.stopped",
                formats.moment(run.startedAt()),
                run.rowsDone(),
                run.rowsNew(),
                run.rowsUpdated()));
    what.getStyleClass().add("muted");
    what.setWrapText(true);
    VBox text = new VBox(file, what);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button undo = new Button(language.now("spreadsheet.done.undo"));
    undo.setId("undo-import-" + run.id());
    undo.setAccessibleText(language.now("spreadsheet.past.undo", run.fileName()));
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(e -> model.past().undo(run));
    HBox line = new HBox(text, undo);
    line.getStyleClass().add("past-import");
    return line;
  }
}
