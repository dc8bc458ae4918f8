package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetInfo;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Choosing a file by a dialog or by dropping it, and then one of its sheets. */
final class FileStep extends StackPane {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
  private final ImportModel model;
  private final Language language;
  private final Runnable choose;
  private final VBox box = new VBox();
  private final PastImportsList past;

  FileStep(ImportModel model, Language language, Formats formats, Runnable choose) {
    this.model = model;
    this.language = language;
    this.choose = choose;
    getStyleClass().add("import-file-step");
    box.getStyleClass().add("drop-zone");
    box.setMaxSize(560, USE_PREF_SIZE);
    past = new PastImportsList(model, language, formats);
    VBox column = new VBox(box, past);
    column.getStyleClass().add("import-file-column");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    getChildren().add(scroll);
    model.fileProperty().addListener((o, before, now) -> fill());
    model.busyProperty().addListener((o, before, now) -> fill());
    model.past().runsProperty().addListener((o, before, now) -> past.fill(now));
    model.past().refresh();
    setOnDragOver(this::dragOver);
    setOnDragExited(e -> box.pseudoClassStateChanged(TARGET, false));
    setOnDragDropped(this::dropped);
    fill();
  }

  private void fill() {
    SheetFile file = model.fileProperty().get();
    if (model.busyProperty().get()) {
      ProgressIndicator wheel = new ProgressIndicator();
      wheel.setMaxSize(24, 24);
      box.getChildren().setAll(wheel, title("spreadsheet.file.reading"));
    } else if (file != null && file.sheets().size() > 1) {
      sheets(file);
    } else {
      empty();
    }
  }

  private void empty() {
    Label text = new Label(language.now("spreadsheet.file.text"));
    text.getStyleClass().add("secondary");
    text.setWrapText(true);
    Button button = new Button(language.now("spreadsheet.file.choose"));
    button.setId("choose-file");
    button.getStyleClass().add("accent");
    button.setOnAction(e -> choose.run());
    box.getChildren()
        .setAll(
            Icons.of(Feather.UPLOAD, "drop-icon"), title("spreadsheet.file.drop"), text, button);
  }

  private void sheets(SheetFile file) {
    box.getChildren().setAll(title("spreadsheet.file.sheets"));
    for (SheetInfo sheet : file.sheets()) {
      Button button = new Button(sheet.name(), Icons.of(Feather.GRID, "muted"));
      button.getStyleClass().add("sheet-choice");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      if (sheet.hidden()) {
        button.setGraphic(new Badge(Badge.Kind.NEUTRAL, language.now("spreadsheet.file.hidden")));
        button.setContentDisplay(ContentDisplay.RIGHT);
      }
      button.setOnAction(e -> model.choose(sheet));
      box.getChildren().add(button);
    }
    Button other = new Button(language.now("spreadsheet.file.other"));
    other.getStyleClass().add("flat");
    other.setOnAction(e -> choose.run());
    box.getChildren().add(other);
  }

  private Label title(String key) {
    Label title = new Label(language.now(key, model.fileName()));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    return title;
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles() && !model.busyProperty().get()) {
      event.acceptTransferModes(TransferMode.COPY);
      box.pseudoClassStateChanged(TARGET, true);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    box.pseudoClassStateChanged(TARGET, false);
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) {
      model.open(files.getFirst().toPath());
    }
  }
}
