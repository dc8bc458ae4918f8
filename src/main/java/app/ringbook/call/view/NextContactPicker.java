package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The next contact in one click: chips for the usual moments, and a field that takes words such as
 * {@code thu 1030} or {@code 明天10点} and says what it understood before anything is taken.
 */
final class NextContactPicker extends VBox {
  private final Language language;
  private final Formats formats;
  private final ObjectProperty<@Nullable Instant> value;
  private final Function<String, Optional<Instant>> words;
  private final FlowPane chips = new FlowPane();
  private final Chip other;
  private final HBox typing = new HBox();
  private final TextField field = new TextField();
  private final Label understood = new Label();

  /**
   * @param value the moment chosen, or null
   * @param words reads a moment from words; empty if it can't
   */
  NextContactPicker(
      ObjectProperty<@Nullable Instant> value,
      Function<String, Optional<Instant>> words,
      AppClock clock,
      Language language,
      Formats formats) {
    this.value = value;
    this.words = words;
    this.language = language;
    this.formats = formats;
    getStyleClass().add("next-contact");
    chips.getStyleClass().add("chips");
    for (NextContactChoice choice : NextContactChoice.choices(clock)) {
      chips.getChildren().add(chip(choice));
    }
    other = new Chip(otherText(clock)).icon(Feather.CALENDAR);
    other.accessibleTextProperty().bind(language.text("call.next.other.name"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("call.next.other.name"));
    other.setTooltip(tooltip);
    other.setOnAction(e -> openField());
    chips.getChildren().add(other);
    prepareField();
    getChildren().add(chips);
    value.addListener((o, was, now) -> mark(clock));
    mark(clock);
  }

  private Chip chip(NextContactChoice choice) {
    Chip chip =
        new Chip(Bindings.createStringBinding(() -> choice.label(language.texts()), language));
    chip.setUserData(choice.at());
    chip.setOnAction(
        e -> {
          value.set(choice.at().equals(value.get()) ? null : choice.at());
          closeField();
        });
    return chip;
  }

  private StringBinding otherText(AppClock clock) {
    return Bindings.createStringBinding(
        () -> {
          Instant chosen = value.get();
          return chosen == null || usual(chosen, clock)
              ? language.now("call.next.other")
              : formats.moment(chosen);
        },
        value,
        language);
  }

  private static boolean usual(Instant moment, AppClock clock) {
    return NextContactChoice.choices(clock).stream().anyMatch(c -> c.at().equals(moment));
  }

  private void mark(AppClock clock) {
    Instant chosen = value.get();
    for (var node : chips.getChildren()) {
      if (node instanceof Chip chip && chip != other) {
        chip.setSelected(chip.getUserData().equals(chosen));
      }
    }
    other.setSelected(chosen != null && !usual(chosen, clock));
  }

  private void prepareField() {
    field.getStyleClass().add("small");
    field.promptTextProperty().bind(language.text("call.next.prompt"));
    field.accessibleTextProperty().bind(language.text("call.next.other.name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    understood.getStyleClass().add("secondary");
    understood.setMinWidth(USE_PREF_SIZE);
    typing.getStyleClass().add("typing");
    typing.getChildren().setAll(field, understood);
    field.textProperty().addListener((o, was, now) -> explain(now));
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void explain(String text) {
    understood.setText(
        text.isBlank()
            ? ""
            : words
                .apply(text)
                .map(formats::moment)
                .orElseGet(() -> language.now("call.next.not_understood")));
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      words
          .apply(field.getText())
          .ifPresent(
              moment -> {
                value.set(moment);
                closeField();
                other.requestFocus();
              });
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      closeField();
      other.requestFocus();
      event.consume();
    }
  }

  private void openField() {
    other.setSelected(value.get() != null && !field.isVisible());
    if (getChildren().contains(typing)) {
      closeField();
      return;
    }
    field.clear();
    getChildren().add(typing);
    field.requestFocus();
  }

  private void closeField() {
    getChildren().remove(typing);
  }
}
