package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.controls.Chip;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PopupConsentUiTest extends FxTest {
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final FakePopupHouse house = new FakePopupHouse();
  private final Background background = new Background(Fx.executor());
  private final CallPopupModel model = onFx(() -> new CallPopupModel(house, background, clock));
  private final CallPopup popup =
      onFx(
          () ->
              new CallPopup(
                  model,
                  new LineModel(clock, Fx.executor()),
                  new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
                  words -> Optional.empty(),
                  id -> {},
                  language(),
                  new Formats(language(), clock),
                  clock,
                  false));

  @AfterEach
  void closePopup() {
    fx(popup::close);
    background.close();
  }

  @Test
  void theAnswerIsAskedOnlyWhereWordsAreReadOut() {
    talk();
    assertThat(user().sees("Agrees to recording")).isFalse();
  }

  @Test
  void nothingIsAskedWhileItRings() {
    house.asksConsent = true;
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    settle();
    assertThat(user().sees("Agrees to recording")).isFalse();
  }

  @Test
  void agreeingIsStoredAndStaysChosen() {
    house.asksConsent = true;
    talk();
    assertThat(onFx(() -> chip("Agrees to recording").isFocusTraversable())).isTrue();
    fx(() -> chip("Agrees to recording").fire());
    await().until(() -> house.consents.contains("a GIVEN"));
    await().until(() -> onFx(() -> chip("Agrees to recording").isSelected()));
  }

  @Test
  void theLastOfTwoQuickAnswersCounts() {
    house.asksConsent = true;
    talk();
    fx(
        () -> {
          chip("Agrees to recording").fire();
          chip("Refuses").fire();
        });
    await().until(() -> onFx(() -> chip("Refuses").isSelected()));
    assertThat(house.consents).isEqualTo(List.of("a GIVEN", "a REFUSED"));
  }

  @Test
  void aRefusalIsSaidAndNotAskedAgain() {
    house.asksConsent = true;
    speak(Texts.CHINESE);
    talk();
    fx(() -> chip("不同意").fire());
    await().until(() -> house.consents.contains("a REFUSED"));
    popup.updated(
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.TALKING, null), false),
            CallCard.Recording.off("call.recording.refused"),
            null));
    settle();
    assertThat(user().sees("同意录音")).isFalse();
    assertThat(user().texts()).contains("未录音：对方不同意。已录的内容已清除。");
    speak(Texts.ENGLISH);
    settle();
    assertThat(user().texts())
        .contains("Not recorded, the caller refused. What was recorded is erased.");
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
