package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.ui.controls.Chip;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class PopupConsentUiTest extends PopupFxTest {

  PopupConsentUiTest() {
    super(true);
  }

  @Test
  void theAnswerIsAskedOnlyWhereWordsAreReadOut() {
    talk();
    assertThat(user().sees("Agrees")).isFalse();
  }

  @Test
  void nothingIsAskedWhileItRings() {
    house.asksConsent = true;
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    settle();
    assertThat(user().sees("Agrees")).isFalse();
  }

  @Test
  void agreeingIsStoredAndStaysChosen() {
    house.asksConsent = true;
    talk();
    assertThat(onFx(() -> chip("Agrees").isFocusTraversable())).isTrue();
    fx(() -> chip("Agrees").fire());
    await().until(() -> house.consents.contains("a GIVEN"));
    await().until(() -> onFx(() -> chip("Agrees").isSelected()));
  }

  @Test
  void theLastOfTwoQuickAnswersCounts() {
    house.asksConsent = true;
    talk();
    fx(
        () -> {
          chip("Agrees").fire();
          chip("Refuses").fire();
        });
    await().until(() -> onFx(() -> chip("Refuses").isSelected()));
    assertThat(house.consents).isEqualTo(List.of("a GIVEN", "a REFUSED"));
  }

  @Test
  void aRefusalIsSaidAndStaysInSight() {
    house.asksConsent = true;
    speak(Texts.CHINESE);
    talk();
    fx(() -> chip("不同意").fire());
    await().until(() -> onFx(() -> chip("不同意").isSelected()));
    popup.updated(
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.TALKING, null), false),
            CallCard.Recording.off("call.recording.refused"),
            null));
    settle();
    assertThat(onFx(() -> chip("不同意").isSelected())).isTrue();
    assertThat(user().texts()).contains("未录音：对方不同意。已录的内容已清除。");
    speak(Texts.ENGLISH);
    settle();
    assertThat(user().texts())
        .contains("Not recorded, the caller refused. What was recorded is erased.");
  }

  @Test
  void everyAnswerHasAButton() {
    house.asksConsent = true;
    talk();
    fx(() -> chip("Asked").fire());
    await().until(() -> onFx(() -> chip("Asked").isSelected()));
    fx(() -> chip("Took it back").fire());
    await().until(() -> onFx(() -> chip("Took it back").isSelected()));
    assertThat(house.consents).isEqualTo(List.of("a ASKED", "a WITHDRAWN"));
    assertThat(house.acts).isEmpty();
    picture("popup-consent-en");
  }

  @Test
  void afterTheCallARefusalErasesNothingUntilAPersonSaysSo() {
    house.asksConsent = true;
    talk();
    popup.updated(
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED), false),
            CallCard.Recording.of(CallCard.Recording.State.DONE),
            null));
    settle();
    fx(() -> chip("Agrees").fire());
    await().until(() -> onFx(() -> chip("Agrees").isSelected()));
    assertThat(user().sees("The recording is still kept.")).isFalse();
    fx(() -> chip("Took it back").fire());
    await().until(() -> user().sees("The recording is still kept."));
    picture("popup-consent-after-en");
    assertThat(house.acts).isEqualTo(List.of("kept a", "kept a"));
    fx(() -> ((Button) popup.node().lookup(".popup-consent .button")).fire());
    await().until(() -> house.acts.contains("erased a"));
    await().until(() -> !user().sees("The recording is still kept."));
  }

  @Test
  void whatWasAnsweredBeforeARestartIsShownAgain() {
    house.asksConsent = true;
    house.stored.put("a", Consent.GIVEN);
    talk();
    await().until(() -> onFx(() -> chip("Agrees").isSelected()));
    assertThat(house.consents).isEmpty();
  }

  @Test
  void oneKeyNotesThatTheOtherEndAgreesAndOneThatItRefuses() {
    talk();
    user().click("Note");
    await().until(() -> onFx(popup::takesKeys));
    key(false);
    await().until(() -> house.consents.contains("a GIVEN"));
    await().until(() -> onFx(() -> chip("Agrees").isSelected()));
    key(true);
    await().until(() -> house.consents.contains("a REFUSED"));
  }

  @Test
  void agreeingStartsTheRecordingThatWaitsForIt() {
    house.asksConsent = true;
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    popup.updated(
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.TALKING, null), false),
            CallCard.Recording.of(CallCard.Recording.State.WHEN_ASKED),
            null));
    settle();
    fx(() -> chip("Asked").fire());
    await().until(() -> house.consents.contains("a ASKED"));
    assertThat(house.recorded).isEmpty();
    fx(() -> chip("Agrees").fire());
    await().until(() -> house.recorded.contains("a true"));
  }

  private void key(boolean shift) {
    fx(
        () -> {
          Node card = popup.node().lookup(".caller-card");
          card.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F3, shift, false, false, false));
        });
  }

  @Test
  void anAnswerThatCannotBeStoredIsNotShownAsGiven() {
    house.asksConsent = true;
    house.failure = new ProblemException("call.care.held");
    talk();
    fx(() -> chip("Refuses").fire());
    await().until(() -> user().sees("This recording is under a legal hold. Lift the hold first."));
    assertThat(onFx(() -> chip("Refuses").isSelected())).isFalse();
  }

  private void picture(String name) {
    settle();
    CallFxTest.picture(onFx(() -> popup.node().getScene()), name);
  }

  private void talk() {
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    popup.updated(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    settle();
  }

  private Chip chip(String words) {
    return popup.node().lookupAll(".popup-consent .rb-chip").stream()
        .map(Chip.class::cast)
        .filter(chip -> chip.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
