package app.ringbook.shell;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One way to begin: a picture, what it gives, a button, and below it a note or what went wrong. */
final class FirstRunCard extends VBox {
  private final Language language;
  private final String name;
  private final Button button = new Button();
  private final Label note = new Label();

  FirstRunCard(Language language, String name, Node picture, Runnable pressed) {
    this.language = language;
    this.name = name;
    getStyleClass().add("rb-first-card");
    setId("first-" + name);
    Label title = new Label();
    title.textProperty().bind(language.text(titleKey()));
    title.getStyleClass().add("dialog-title");
    Label text = new Label();
    text.textProperty().bind(language.text(textKey()));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> pressed.run());
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(picture, title, text, space, button, note);
    ready();
  }

  /** The one that is proposed. */
  void prefer() {
    getStyleClass().add("preferred");
    button.getStyleClass().add("accent");
  }

  void note(ObservableValue<String> text) {
    say(text, "secondary");
  }

  void found(ObservableValue<String> text) {
    say(text, "success-text");
    Region dot = new Region();
    dot.getStyleClass().addAll("rb-dot", "success");
    note.setGraphic(dot);
  }

  void busy(ObservableValue<String> text) {
    button.textProperty().unbind();
    button.textProperty().bind(text);
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("in-button");
    button.setGraphic(wheel);
    button.setDisable(true);
  }

  /** Says in the card what went wrong; it can be tried again. */
  void problem(String sentence) {
    ready();
    note.textProperty().unbind();
    note.setText(sentence);
    note.getStyleClass().setAll("label", "note", "danger-text");
    note.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "danger"));
  }

  private void ready() {
    button.textProperty().unbind();
    button.textProperty().bind(language.text(buttonKey()));
    button.setGraphic(null);
    button.setDisable(false);
  }

  private void say(ObservableValue<String> text, String styleClass) {
    note.textProperty().unbind();
    note.textProperty().bind(text);
    note.setGraphic(null);
    note.getStyleClass().setAll("label", "note", styleClass);
  }

  private String titleKey() {
    return switch (name) {
      case "sample" -> "shell.first.sample.title";
      case "sheet" -> "shell.first.sheet.title";
      default -> "shell.first.kit.title";
    };
  }

  private String textKey() {
    return switch (name) {
      case "sample" -> "shell.first.sample.text";
      case "sheet" -> "shell.first.sheet.text";
      default -> "shell.first.kit.text";
    };
  }

  private String buttonKey() {
    return switch (name) {
      case "sample" -> "shell.first.sample.button";
      case "sheet" -> "shell.first.sheet.button";
      default -> "shell.first.kit.button";
    };
  }
}
