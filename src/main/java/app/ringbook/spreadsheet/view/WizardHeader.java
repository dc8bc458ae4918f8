package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The title, the four steps, and which file this is about. */
final class WizardHeader extends HBox {
  private final Language language;

  WizardHeader(ImportModel model, Language language, Formats formats) {
    this.language = language;
    getStyleClass().addAll("page-header", "import-top");
    Label title = new Label(language.now("spreadsheet.page.title"));
    title.getStyleClass().add("page-title");
    getChildren().add(title);
    ImportStep now = model.stepProperty().get();
    for (ImportStep step : ImportStep.values()) {
      if (step != ImportStep.FILE) {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        getChildren().add(line);
      }
      getChildren().add(step(step, now));
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().add(space);
    SheetRows rows = model.rowsProperty().get();
    if (rows != null && now != ImportStep.FILE) {
      Label file = new Label(rows.fileName(), Icons.of(Feather.FILE_TEXT, "muted"));
      file.getStyleClass().add("muted");
      Label sheet =
          new Label(language.now("spreadsheet.page.sheet", rows.sheet().name(), model.rowCount()));
      sheet.getStyleClass().add("muted");
      sheet.setMinWidth(0);
      Button change = new Button(language.now("spreadsheet.page.change"));
      change.setOnAction(e -> model.startOver());
      change.disableProperty().bind(model.busyProperty());
      change.setMinWidth(USE_PREF_SIZE);
      getChildren().addAll(file, sheet, change);
    }
  }

  private Node step(ImportStep step, ImportStep now) {
    int place = step.compareTo(now);
    StackPane mark = new StackPane();
    mark.getStyleClass().addAll("step-mark", place < 0 ? "past" : place == 0 ? "now" : "ahead");
    mark.getChildren()
        .add(
            place < 0
                ? Icons.of(Feather.CHECK, "success")
                : new Label(String.valueOf(number(step))));
    Label name = new Label(language.now(step.key()));
    name.getStyleClass().add(place == 0 ? "strong" : "muted");
    name.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(mark, name);
    box.getStyleClass().add("step");
    box.setAccessibleText(
        language.now("spreadsheet.page.step", number(step), language.now(step.key())));
    return box;
  }

  private static int number(ImportStep step) {
    return switch (step) {
      case FILE -> 1;
      case MATCH -> 2;
      case REVIEW -> 3;
      case DONE -> 4;
    };
  }
}
