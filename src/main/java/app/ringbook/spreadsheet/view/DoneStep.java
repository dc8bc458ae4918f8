package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.store.Database;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The import at work, then what it did, with undo and the refused rows. */
final class DoneStep extends StackPane {
  private final ImportModel model;
  private final Language language;
  private final Formats formats;
  private final Runnable saveRefused;
  private final Runnable customers;
  private final VBox box = new VBox();
  private final ProgressBar bar = new ProgressBar(-1);
  private final Label count = new Label();

  DoneStep(
      ImportModel model,
      Language language,
      Formats formats,
      Runnable saveRefused,
      Runnable customers) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    this.saveRefused = saveRefused;
    this.customers = customers;
    getStyleClass().add("done-step");
    box.getStyleClass().add("done-box");
    box.setMaxSize(640, USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(language.now("spreadsheet.done.running", model.fileName()));
    getChildren().add(box);
    model.busyProperty().addListener((o, before, now) -> fill());
    model.work().doneProperty().addListener((o, before, now) -> fill());
    model.work().undoneProperty().addListener((o, before, now) -> fill());
    model.work().progressProperty().addListener((o, before, now) -> progress(now));
    progress(model.work().progressProperty().get());
    fill();
  }

  private void progress(ImportProgress now) {
    bar.setProgress(now.fraction());
    count.setText(
        now.total() < 0 ? language.now("spreadsheet.done.backup") : now.line(language, formats));
  }

  private void fill() {
    ImportLine.Done done = model.work().doneProperty().get();
    Database.Undone undone = model.work().undoneProperty().get();
    if (model.busyProperty().get()) {
      running(done != null);
    } else if (undone != null) {
      undone(undone);
    } else if (done != null) {
      done(done);
    } else {
      failed();
    }
  }

  private void running(boolean undoing) {
    Label hint = new Label(language.now("spreadsheet.done.leave"));
    hint.getStyleClass().add("secondary");
    Button stop = button("spreadsheet.done.stop", model.work()::stop);
    stop.setId("stop");
    box.getChildren()
        .setAll(title(undoing ? "spreadsheet.done.undoing" : "spreadsheet.done.running"), bar);
    if (!undoing) {
      box.getChildren().addAll(count, hint, row(List.of(stop)));
    }
  }

  private void done(ImportLine.Done done) {
    boolean finished = done.finished();
    box.getChildren()
        .setAll(
            Icons.of(
                finished ? Feather.CHECK_CIRCLE : Feather.PAUSE_CIRCLE,
                finished ? "success" : "warning",
                "done-icon"),
            title(finished ? "spreadsheet.done.title" : "spreadsheet.done.stopped"),
            figures(done),
            sentence(ReviewStep.ledger("spreadsheet.review.sum", done.rows(), language)));
    List<Node> buttons = new ArrayList<>();
    Button first =
        finished
            ? button("spreadsheet.done.customers", customers)
            : button("spreadsheet.done.resume", model::commit);
    first.getStyleClass().add("accent");
    buttons.add(first);
    if (done.rows().count(Outcome.REFUSED) > 0) {
      Button refused = button("spreadsheet.done.refused", saveRefused);
      refused.setId("save-refused");
      buttons.add(refused);
    }
    Button undo = button("spreadsheet.done.undo", model::undo);
    undo.setId("undo");
    buttons.add(undo);
    Button again = button("spreadsheet.done.again", model::startOver);
    again.getStyleClass().add("flat");
    buttons.add(again);
    box.getChildren().add(row(buttons));
  }

  private Node figures(ImportLine.Done done) {
    HBox figures = new HBox();
    figures.getStyleClass().add("done-figures");
    for (Outcome outcome : Outcome.values()) {
      Label figure = new Label(formats.count(done.rows().count(outcome)));
      figure.getStyleClass().add("figure-text");
      Label name = new Label(language.now(outcome.labelKey()));
      name.getStyleClass().add("secondary");
      VBox tile = new VBox(name, figure);
      tile.getStyleClass().addAll("rb-card", "done-figure");
      tile.setAccessibleText(
          language.now("spreadsheet.review.chip", name.getText(), done.rows().count(outcome)));
      figures.getChildren().add(tile);
    }
    return figures;
  }

  private void undone(Database.Undone undone) {
    box.getChildren()
        .setAll(
            Icons.of(Feather.ROTATE_CCW, "muted", "done-icon"),
            title("spreadsheet.done.undone"),
            sentence(
                language.now(
                    undone.kept().isEmpty()
                        ? "spreadsheet.done.undoneAll"
                        : "spreadsheet.done.undoneKept",
                    undone.kept().size())));
    Button again = button("spreadsheet.done.again", model::startOver);
    again.getStyleClass().add("accent");
    box.getChildren().add(row(List.of(again)));
  }

  private void failed() {
    box.getChildren()
        .setAll(
            Icons.of(Feather.ALERT_TRIANGLE, "danger", "done-icon"),
            title("spreadsheet.done.failed"),
            sentence(language.now("spreadsheet.done.failedText")));
    Button again = button("spreadsheet.done.resume", model::commit);
    again.getStyleClass().add("accent");
    Button other = button("spreadsheet.done.again", model::startOver);
    box.getChildren().add(row(List.of(again, other)));
  }

  private Label title(String key) {
    Label title = new Label(language.now(key, model.fileName()));
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    return title;
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private Button button(String key, @Nullable Runnable pressed) {
    Button button = new Button(language.now(key));
    button.setMinWidth(USE_PREF_SIZE);
    if (pressed != null) {
      button.setOnAction(e -> pressed.run());
    }
    return button;
  }

  private static HBox row(List<Node> buttons) {
    HBox row = new HBox();
    row.getStyleClass().add("done-buttons");
    row.getChildren().setAll(buttons);
    return row;
  }
}
