package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.Direction;
import app.ringbook.ui.controls.Chip;
import java.time.LocalDate;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallCareUiTest extends CallsFxTest {
  @BeforeEach
  void aCall() {
    book.calls.add(
        Records.answered(1, Cards.NOW.minusSeconds(15_480), Direction.INCOMING, Records.MAYA, 378));
    book.kept =
        new Kept(Consent.GIVEN, Cards.NOW.minusSeconds(15_480), false, LocalDate.of(2027, 6, 16));
    show((Parent) onFx(page::node), 1232, 872);
    fx(page::shown);
    await().until(() -> onFx(() -> model.stateProperty().get()) != CallsModel.State.LOADING);
  }

  private void open() {
    fx(() -> model.open(book.byId(1).orElseThrow()));
    await().until(() -> onFx(() -> openCall.care().keptProperty().get()).equals(book.kept));
    settle();
  }

  private CheckMenuItem hold() {
    return onFx(
        () ->
            page.node().lookupAll(".menu-button").stream()
                .map(MenuButton.class::cast)
                .flatMap(button -> button.getItems().stream())
                .filter(CheckMenuItem.class::isInstance)
                .map(CheckMenuItem.class::cast)
                .filter(item -> item.getText().equals("Legal hold"))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void consentAndTheLastDayAreSaid() {
    open();
    assertThat(user().texts()).contains("Consent given, 10:42", "Kept until 16 Jun 2027");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-kept-en");
    beginIn(Texts.CHINESE, true);
    assertThat(user().texts()).contains("已同意录音，10:42", "保留至 2027年6月16日");
  }

  @Test
  void takingConsentBackOffersToEraseTheRecording() {
    open();
    fx(() -> chip("Took it back").fire());
    await().until(() -> book.acts.contains("erase 1"));
    assertThat(asked).containsExactly("dialog Erase the recording of this call?");
    assertThat(book.acts).containsExactly("consent 1 WITHDRAWN", "erase 1");
    await().until(() -> onFx(() -> chip("Took it back").isSelected()));
    assertThat(user().texts()).anyMatch(text -> text.startsWith("Consent taken back, "));
    await().until(() -> toasts.size() == 1);
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-withdrawn-en");
  }

  @Test
  void agreeingAfterTheCallAsksNothing() {
    book.kept = new Kept(null, null, false, null);
    open();
    fx(() -> chip("Agrees").fire());
    await().until(() -> onFx(() -> chip("Agrees").isSelected()));
    assertThat(asked).isEmpty();
    assertThat(book.acts).containsExactly("consent 1 GIVEN");
  }

  private Chip chip(String words) {
    return page.node().lookupAll(".consent .rb-chip").stream()
        .map(Chip.class::cast)
        .filter(chip -> chip.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRefusalStaysReadable() {
    book.kept = new Kept(Consent.REFUSED, Cards.NOW.minusSeconds(15_480), false, null);
    open();
    assertThat(user().texts()).contains("Refused to be recorded, 10:42");
    assertThat(onFx(() -> page.node().lookup(".kept").isVisible())).isFalse();
  }

  @Test
  void aLegalHoldIsSetSaidAndTakenBack() {
    open();
    CheckMenuItem hold = hold();
    fx(
        () -> {
          hold.setSelected(true);
          hold.getOnAction().handle(new ActionEvent());
        });
    await().until(() -> user().sees("Kept, legal hold"));
    assertThat(book.acts).containsExactly("hold 1 true");
    assertThat(onFx(hold::isSelected)).isTrue();
    assertThat(toasts).hasSize(1);
    book.kept = new Kept(null, null, false, LocalDate.of(2027, 6, 16));
    fx(() -> openCall.undo(1));
    await().until(() -> user().sees("Kept until 16 Jun 2027"));
    assertThat(onFx(hold::isSelected)).isFalse();
  }
}
