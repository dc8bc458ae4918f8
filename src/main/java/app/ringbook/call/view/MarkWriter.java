package app.ringbook.call.view;

import app.ringbook.call.marks.CallMark;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The line in which a mark or a comment is written: place, kind, words. Enter keeps, Esc drops. */
final class MarkWriter extends HBox {
  private final CallMarksModel model;
  private final TextField words = new TextField();
  private final ComboBox<CallMark.Kind> kinds = new ComboBox<>();

  MarkWriter(
      CallMarksModel model, CallMarksModel.Writing writing, Language language, Formats formats) {
    this.model = model;
    getStyleClass().add("mark-writer");
    setAlignment(Pos.CENTER_LEFT);
    Label at = new Label(formats.clock(writing.positionMillis()));
    at.getStyleClass().add("mark-place-text");
    CallMark old = writing.mark();
    String said = old == null ? null : old.note();
    words.setText(said == null ? "" : said);
    words.promptTextProperty().bind(language.text("call.marks.prompt"));
    words.accessibleTextProperty().bind(language.text("call.marks.prompt"));
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    HBox.setHgrow(words, Priority.ALWAYS);
    kinds.getItems().setAll(CallMark.Kind.values());
    kinds.setValue(old == null ? CallMark.Kind.COMMENT : old.kind());
    kinds.setDisable(old != null);
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(CallMark.@Nullable Kind kind) {
            return kind == null ? "" : language.now(keyOf(kind));
          }

          @Override
          public CallMark.Kind fromString(String text) {
            return CallMark.Kind.COMMENT;
          }
        });
    kinds.accessibleTextProperty().bind(language.text("call.marks.kind"));
    Button keep = new Button();
    keep.textProperty().bind(language.text("call.popup.save"));
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(e -> save());
    getChildren().setAll(at, words, kinds, keep);
  }

  /** The name of a kind of mark. */
  static String keyOf(CallMark.Kind kind) {
    return "call.marks.kind." + kind.name().toLowerCase(Locale.ROOT);
  }

  /** Puts the keyboard into the words. */
  void focusWords() {
    words.requestFocus();
    words.end();
  }

  private void save() {
    model.save(kinds.getValue(), words.getText());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      save();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    }
  }
}
