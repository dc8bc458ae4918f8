package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallPopupUiTest extends PopupFxTest {

  CallPopupUiTest() {
    super(false);
  }

  @BeforeEach
  void prepareHouse() {
    house.customers.put(7L, Cards.maya(false));
  }

  @Test
  void wordsToReadOutStayWholeOnALowScreen() {
    CallCard talking = Cards.known(Cards.call("a", 1, CallState.TALKING, null), false);
    var say =
        new CallCard.Recording(
            CallCard.Recording.State.RUNNING,
            "call.recording.say_words",
            List.of("word ".repeat(30)));
    PopupCall call = onFx(() -> new PopupCall(Cards.with(talking, say, null), clock));
    PopupNotice notice = onFx(() -> new PopupNotice(call, language()));
    Region middle = new Region();
    middle.setPrefHeight(400);
    show(new VBox(notice, middle), 320, 160);
    settle();
    Label words = onFx(() -> (Label) notice.lookup(".label"));
    assertThat(onFx(words::getHeight))
        .isGreaterThanOrEqualTo(onFx(() -> words.prefHeight(words.getWidth())));
  }

  @Test
  void knownCallerIsShownWithFactsWhileRecording() {
    popup.ringing(Cards.known(ringing("a"), false));
    popup.updated(Cards.known(talking("a"), false));
    settle();
    assertThat(user().texts())
        .contains(
            "Maya Okafor", "Castellan Valve Co.", "Recording", "01:24", "“Will ask Jonas today”");
    picture("popup-known-en");
    dark(true);
    picture("popup-known-en-dark");
  }

  @Test
  void knownCallerInChinese() {
    speak(Texts.CHINESE);
    popup.ringing(Cards.known(ringing("a"), true));
    settle();
    assertThat(user().texts()).contains("李薇", "来电", "摘机后录音");
    picture("popup-known-zh");
  }

  @Test
  void whoWaitsIsAStripUntilTheyAreTaken() {
    popup.ringing(Cards.known(ringing("a"), false));
    popup.updated(Cards.known(talking("a"), false));
    popup.ringing(Cards.unknown(ringing("b")));
    settle();
    String strip = "Line 1 ringing";
    assertThat(user().texts()).contains("Maya Okafor", "Show").anyMatch(t -> t.startsWith(strip));
    user().click("Show");
    assertThat(user().texts())
        .contains("New customer", "Maya Okafor, Castellan Valve Co.")
        .noneMatch(t -> t.startsWith(strip))
        .anyMatch(t -> t.startsWith("Line 1 in call"));
    picture("popup-waiting-en");
  }

  @Test
  void aCallThatTheModemDialsAsksForTheHandset() {
    fx(model::liftNow);
    popup.ringing(Cards.unknown(Cards.call("a", 1, CallState.DIALLING, null)));
    settle();
    assertThat(user().texts()).contains("Pick up the handset now.");
    popup.updated(Cards.unknown(talking("a")));
    settle();
    assertThat(user().texts()).doesNotContain("Pick up the handset now.");
  }

  @Test
  void unknownCallerOffersNewLinkAndNotACustomer() {
    speak(Texts.CHINESE);
    popup.ringing(Cards.unknown(ringing("a")));
    popup.updated(Cards.unknown(talking("a")));
    settle();
    assertThat(user().texts()).contains("新建客户", "关联已有", "不是客户", "今天第 3 次来电，前 2 次未接");
    picture("popup-unknown-zh");
    dark(true);
    picture("popup-unknown-zh-dark");
  }

  @Test
  void aLeadsNumberShowsTheLeadAndIsSavedOnIt() {
    house.lead = new LeadSlot.Known(3, "Grace Liu", "Bluefen Biologics", "asks for prices", true);
    popup.ringing(Cards.unknown(ringing("a")));
    popup.updated(Cards.unknown(talking("a")));
    await().until(() -> user().sees("Grace Liu"));
    settle();
    assertThat(user().texts()).contains("Lead", "Bluefen Biologics", "asks for prices");
    picture("popup-lead-en");
    PopupCall call = onFx(() -> model.calls().getFirst());
    fx(
        () -> {
          call.noteProperty().set("Wants two units");
          model.save(call);
        });
    await().until(() -> house.saved.size() == 1);
    assertThat(house.saved.getFirst().whose())
        .isEqualTo(new CallResults.Whose.AsLead("Grace Liu", "Bluefen Biologics"));
  }

  @Test
  void severalCandidatesAreRankedAndSecondLineStacks() {
    popup.ringing(Cards.several(ringing("a")));
    popup.ringing(Cards.known(Cards.call("b", 2, CallState.RINGING, null), false));
    settle();
    assertThat(user().texts()).contains("Maya Okafor", "Jonas Vermeer", "Oakhurst Motors", "Show");
    picture("popup-several-en");
  }

  @Test
  void lostKitIsSaidInAmber() {
    popup.ringing(Cards.known(ringing("a"), false));
    popup.updated(
        Cards.with(
            Cards.known(talking("a"), false),
            CallCard.Recording.of(CallCard.Recording.State.DONE),
            Cards.NOW.plusSeconds(46)));
    settle();
    assertThat(user().texts()).contains("Kit unplugged at 02:10, recorded so far is safe");
    picture("popup-kit-lost-en");
  }

  @Test
  void theRehearsalShowsNothingAndLeavesNothingBehind() {
    fx(popup::rehearse);
    settle();
    assertThat(onFx(popup::showing)).isFalse();
    assertThat(onFx(() -> popup.node().getChildren())).isEmpty();
    await().until(() -> !user().texts().contains("Ringbook"));
    popup.ringing(Cards.known(ringing("a"), false));
    settle();
    assertThat(user().texts()).contains("Maya Okafor").doesNotContain("Ringbook");
  }

  @Test
  void theCardOfACallThatIsGoneIsLetGo() {
    popup.ringing(Cards.known(ringing("a"), false));
    settle();
    WeakReference<Node> card =
        new WeakReference<>(onFx(() -> popup.node().getChildren().getFirst()));
    popup.ended(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED), false));
    fx(() -> model.later(model.calls().getFirst()));
    popup.ringing(Cards.known(Cards.call("b", 1, CallState.RINGING, null), false));
    settle();
    await()
        .until(
            () -> {
              System.gc();
              return card.get() == null;
            });
  }

  private void picture(String name) {
    settle();
    fx(() -> {});
    assertThat(onFx(popup::showing)).isTrue();
    onFx(
        () -> {
          javafx.scene.image.WritableImage image = popup.node().getScene().snapshot(null);
          var buffered = javafx.embed.swing.SwingFXUtils.fromFXImage(image, null);
          java.nio.file.Path file = java.nio.file.Path.of("target", "screens", name + ".png");
          java.nio.file.Files.createDirectories(file.getParent());
          return javax.imageio.ImageIO.write(buffered, "png", file.toFile());
        });
  }

  private static Call ringing(String key) {
    return Cards.call(key, 1, CallState.RINGING, null);
  }

  private static Call talking(String key) {
    return Cards.call(key, 1, CallState.TALKING, null);
  }
}
