package app.ringbook.call.view;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.ui.Language;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** What the other end may say of being recorded: a button for each answer, the present one on. */
final class ConsentChips extends FlowPane {
  /** The keys of the pop-up for the two answers heard most. */
  static final String AGREES = "F3";

  static final String REFUSES = "Shift F3";

  private static final List<Consent> ANSWERS =
      List.of(Consent.ASKED, Consent.GIVEN, Consent.REFUSED, Consent.WITHDRAWN);

  private final Consumer<Consent> answered;
  private @Nullable Consent now;

  /**
   * @param keys true to show the keys of the pop-up on the chips
   * @param answered told what was pressed; {@link #mark} shows what became of it
   */
  ConsentChips(Language language, boolean keys, Consumer<Consent> answered) {
    this.answered = answered;
    getStyleClass().add("chips");
    for (Consent one : ANSWERS) {
      Chip chip = chip(one, language);
      if (keys && one == Consent.GIVEN) {
        chip.setGraphic(KeyCap.of(Shortcut.of(AGREES)));
        chip.getStyleClass().add("keyed");
      }
      if (keys && one == Consent.REFUSED) {
        chip.setTooltip(new Tooltip(Shortcut.of(REFUSES).shown()));
      }
      getChildren().add(chip);
    }
  }

  /** Text key of the word for an answer. */
  static String wordKey(Consent answer) {
    return "call.consent." + answer.name().toLowerCase(Locale.ROOT);
  }

  private Chip chip(Consent answer, Language language) {
    Chip chip = new Chip(language.text(wordKey(answer)));
    chip.setUserData(answer);
    chip.setOnAction(
        e -> {
          mark(now);
          answered.accept(answer);
        });
    return chip;
  }

  /** Shows what is stored; null for no answer. */
  void mark(@Nullable Consent stored) {
    now = stored;
    for (var node : getChildren()) {
      if (node instanceof Chip chip) {
        chip.setSelected(chip.getUserData() == stored);
      }
    }
  }
}
