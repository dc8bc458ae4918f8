package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
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
public final class NextContactPicker extends VBox {
  private final Language language;
  private final Formats formats;
  private final AppClock clock;
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
  public NextContactPicker(
      ObjectProperty<@Nullable Instant> value,
      Function<String, Optional<Instant>> words,
      AppClock clock,
      Language language,
      Formats formats) {
    this.value = value;
    this.words = words;
    this.clock = clock;
    this.language = language;
    this.formats = formats;
    getStyleClass().add("next-contact");
    chips.getStyleClass().add("chips");
    for (NextContactChoice choice : NextContactChoice.choices(clock)) {
      chips.getChildren().add(chip(choice));
    }
    other = new Chip(otherText(clock)).icon(Feather.CALENDAR);
    other.getStyleClass().add("next-other");
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
    getChildren().addAll(typing, calendar());
    field.requestFocus();
  }

  /** It stands in the card itself: no further window has to open above other programs. */
  private Node calendar() {
    Instant chosen = value.get();
    return new MonthBox(
        clock.today(),
        chosen == null ? clock.today() : LocalDate.ofInstant(chosen, clock.zone()),
        day -> {
          value.set(day.atTime(NextContactChoice.MORNING).atZone(clock.zone()).toInstant());
          closeField();
          other.requestFocus();
        },
        language);
  }

  /** What takes the keyboard first. */
  public Node first() {
    return chips.getChildren().getFirst();
  }

  /** Chooses the offered moment after the one that is chosen, after the last the first. */
  void next() {
    List<NextContactChoice> choices = NextContactChoice.choices(clock);
    int at = -1;
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).at().equals(value.get())) {
        at = i;
      }
    }
    value.set(choices.get((at + 1) % choices.size()).at());
    closeField();
  }

  private void closeField() {
    getChildren().setAll(chips);
  }
}
