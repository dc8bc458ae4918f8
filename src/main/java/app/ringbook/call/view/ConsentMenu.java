package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.platform.Background;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the other end said of being recorded, in an entry of the timeline. What is stored is read
 * when the menu opens: a long timeline reads nothing.
 */
final class ConsentMenu extends MenuButton {
  private final CallsBook book;
  private final Background background;
  private final Dialogs dialogs;
  private final Language language;
  private final Consumer<Throwable> failed;
  private final long callId;

  private record Known(CallRecord call, Kept kept) {}

  ConsentMenu(
      long callId,
      CallsBook book,
      Background background,
      Dialogs dialogs,
      Language language,
      Consumer<Throwable> failed) {
    this.callId = callId;
    this.book = book;
    this.background = background;
    this.dialogs = dialogs;
    this.language = language;
    this.failed = failed;
    setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    getStyleClass().addAll("button-icon", "flat", "no-arrow", "small", "consent-menu");
    accessibleTextProperty().bind(language.text("call.consent.title"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(language.text("call.consent.title"));
    setTooltip(tip);
    ToggleGroup one = new ToggleGroup();
    for (Consent answer : Consent.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(language.text(ConsentChips.wordKey(answer)));
      item.setToggleGroup(one);
      item.setUserData(answer);
      item.setOnAction(e -> answered(answer));
      getItems().add(item);
    }
    setOnShowing(e -> read());
  }

  private void read() {
    background
        .run(progress -> book.byId(callId).map(call -> new Known(call, book.kept(call))))
        .orElse(failed)
        .then(known -> mark(known.map(Known::kept).map(Kept::consent)));
  }

  private void mark(Optional<@Nullable Consent> stored) {
    for (var item : getItems()) {
      if (item instanceof RadioMenuItem radio) {
        radio.setSelected(radio.getUserData() == stored.orElse(null));
      }
    }
  }

  private void answered(Consent answer) {
    background
        .run(
            progress -> {
              Optional<CallRecord> call = book.byId(callId);
              call.ifPresent(of -> book.consent(of, answer));
              return call;
            })
        .orElse(failed)
        .then(
            call ->
                call.filter(of -> of.recordingFile() != null)
                    .filter(of -> app.ringbook.call.care.RecordingCares.refuses(answer))
                    .ifPresent(of -> dialogs.ask(CareLines.unwelcome(language, () -> erase(of)))));
  }

  private void erase(CallRecord call) {
    background
        .run(
            progress -> {
              book.erase(call);
              return call;
            })
        .orElse(failed)
        .then(done -> {});
  }
}
