package app.ringbook.timeline.view;

import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Where a note is written: one line high until it is used, then with what saving will do. Ctrl
 * Enter saves, but never while an input method composes; Esc leaves, and what was typed stays.
 */
final class ComposerPane extends VBox {
  private static final int LINES_AT_MOST = 8;
  private static final double LINE = 20;
  private static final double AROUND = 22;
  private final ComposerModel model;
  private final TextArea text = new TextArea();
  private final KeyCap key = new KeyCap("N");
  private final HBox below = new HBox();
  private boolean composing;

  ComposerPane(ComposerModel model, Language language, Formats formats) {
    this.model = model;
    getStyleClass().add("composer");
    text.setId("composer");
    text.setWrapText(true);
    text.promptTextProperty().bind(language.text("timeline.composer.prompt"));
    text.accessibleTextProperty().bind(language.text("timeline.composer.name"));
    text.textProperty().bindBidirectional(model.text());
    text.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing = !event.getComposed().isEmpty());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    StackPane field = new StackPane(text, key);
    StackPane.setAlignment(key, Pos.CENTER_RIGHT);
    key.setMouseTransparent(true);
    getChildren().addAll(field, below);
    fillBelow(language, formats);
    text.focusedProperty().addListener((at, was, is) -> arrange());
    text.textProperty().addListener((at, was, is) -> arrange());
    text.widthProperty().addListener((at, was, is) -> arrange());
    arrange();
  }

  /** Puts the keyboard into the note. */
  void focus() {
    text.requestFocus();
    text.end();
  }

  private void fillBelow(Language language, Formats formats) {
    Chip offer =
        new Chip(
            Bindings.createStringBinding(
                () -> offerText(language, formats, model.offer().get()), model.offer(), language));
    offer.removes();
    offer.setId("composer-offer");
    offer.setSelected(true);
    Tooltip remove = new Tooltip();
    remove.textProperty().bind(language.text("timeline.composer.offer_remove"));
    offer.setTooltip(remove);
    offer.setOnAction(
        e -> {
          model.refuseOffer();
          offer.setSelected(true);
          text.requestFocus();
        });
    offer.visibleProperty().bind(model.offer().isNotNull());
    offer.managedProperty().bind(offer.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button save = new Button();
    save.setId("composer-save");
    save.textProperty().bind(language.text("timeline.composer.save"));
    save.getStyleClass().addAll("accent", "small");
    save.disableProperty().bind(model.complete().not().or(model.saving()));
    save.setOnAction(e -> model.save());
    below.getStyleClass().add("below");
    below.getChildren().addAll(offer, space, new KeyCap("Ctrl ↵"), save);
  }

  private static String offerText(Language language, Formats formats, @Nullable Instant moment) {
    return moment == null ? "" : language.now("timeline.composer.offer", formats.moment(moment));
  }

  private void arrange() {
    boolean used = text.isFocused() || !text.getText().isBlank();
    key.setVisible(!used);
    below.setVisible(!text.getText().isBlank());
    below.setManaged(!text.getText().isBlank());
    long lines = Math.clamp(linesOf(text.getText()), 1, LINES_AT_MOST);
    double height = AROUND + lines * LINE;
    text.setMinHeight(height);
    text.setPrefHeight(height);
    text.setMaxHeight(height);
  }

  /** Lines the text takes at the present width, as good as it can be guessed without layout. */
  private long linesOf(String typed) {
    double width = Math.max(200, text.getWidth() - 40);
    return typed
            .lines()
            .mapToLong(
                line -> {
                  double wide =
                      line.codePoints()
                          .mapToDouble(c -> Character.isIdeographic(c) ? 13.5 : 7)
                          .sum();
                  return 1 + (long) (wide / width);
                })
            .sum()
        + (typed.endsWith("\n") ? 1 : 0);
  }

  private void pressed(KeyEvent event) {
    if (composing) {
      return;
    }
    boolean control = event.isShortcutDown() || event.isControlDown();
    if (event.getCode() == KeyCode.ENTER && control) {
      model.save();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB && !control) {
      // A note is not a form: Tab goes on, as everywhere.
      text.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && getParent() != null) {
      getParent().requestFocus();
      event.consume();
    }
  }
}
