package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.marks.CallMark;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The keys of the pop-up, counted: a call that is over costs two beyond its note. */
@Tag("S0-38")
class PopupKeysUiTest extends PopupFxTest {

  PopupKeysUiTest() {
    super(false);
  }

  private int keys;

  @BeforeEach
  void prepareHouse() {
    house.customers.put(7L, Cards.maya(false));
    speak(Texts.ENGLISH);
    dark(false);
  }

  @AfterEach
  void light() {
    dark(false);
  }

  @Test
  void aCallCostsTwoKeysBeyondItsNote() {
    talk();
    fx(() -> note().requestFocus());
    fx(() -> note().setText("Jonas agrees"));
    popup.ended(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED), false));
    settle();
    key(note(), KeyCode.DIGIT2, true);
    assertThat(onFx(() -> call().resultProperty().get())).isEqualTo("CALL_BACK");
    key(note(), KeyCode.ENTER, true);
    await().until(() -> house.saved.size() == 1);
    assertThat(keys).isEqualTo(2);
    CallResults.Result saved = house.saved.getFirst();
    assertThat(saved.note()).isEqualTo("Jonas agrees");
    assertThat(saved.result()).isEqualTo("CALL_BACK");
    assertThat(saved.nextContactAt()).isEqualTo(Instant.parse("2026-06-17T02:00:00Z"));
  }

  @Test
  void digitsWriteIntoTheNoteAndChooseOutsideOfIt() {
    talk();
    key(note(), KeyCode.DIGIT2, false);
    assertThat(onFx(() -> call().resultProperty().get())).isNull();
    key(card(), KeyCode.DIGIT3, false);
    assertThat(onFx(() -> call().resultProperty().get())).isEqualTo("SEND_QUOTE");
    assertThat(onFx(() -> call().nextContactProperty().get())).isNotNull();
    key(card(), KeyCode.DIGIT3, false);
    assertThat(onFx(() -> call().resultProperty().get())).isNull();
    assertThat(onFx(() -> call().nextContactProperty().get())).isNull();
    key(card(), KeyCode.NUMPAD4, false);
    assertThat(onFx(() -> call().resultProperty().get())).isEqualTo("NO_NEED");
  }

  @Test
  void aChosenNextContactIsNotProposedOver() {
    talk();
    Instant chosen = Instant.parse("2026-06-16T09:00:00Z");
    fx(() -> call().nextContactProperty().set(chosen));
    key(card(), KeyCode.DIGIT2, false);
    assertThat(onFx(() -> call().nextContactProperty().get())).isEqualTo(chosen);
  }

  @Test
  void theNextContactCostsTwoKeysWithSaving() {
    talk();
    fx(() -> note().requestFocus());
    key(note(), KeyCode.T, true);
    assertThat(onFx(() -> call().nextContactProperty().get()))
        .isEqualTo(Instant.parse("2026-06-16T09:00:00Z"));
    key(note(), KeyCode.T, true);
    assertThat(onFx(() -> call().nextContactProperty().get()))
        .isEqualTo(Instant.parse("2026-06-17T02:00:00Z"));
  }

  @Test
  void aDayIsTakenFromTheCalendar() {
    talk();
    fx(() -> ((javafx.scene.control.ButtonBase) popup.node().lookup(".next-other")).fire());
    settle();
    picture("popup-calendar-en");
    user().click("25");
    assertThat(onFx(() -> call().nextContactProperty().get()))
        .isEqualTo(Instant.parse("2026-06-25T02:00:00Z"));
    assertThat(onFx(() -> popup.node().lookup(".next-calendar"))).isNull();
  }

  @Test
  void aRingingCallHasNoResultYet() {
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    settle();
    key(card(), KeyCode.DIGIT2, false);
    assertThat(onFx(() -> call().resultProperty().get())).isNull();
    assertThat(user().texts()).doesNotContain("Result");
  }

  @Test
  void marksAreSetByOneKeyAlsoWhileTyping() {
    talk();
    key(note(), KeyCode.F4, false);
    key(note(), KeyCode.F5, false);
    key(note(), KeyCode.F6, false);
    key(note(), KeyCode.F7, false);
    await().until(() -> onFx(() -> call().marks().size()) == 4);
    assertThat(house.marks)
        .extracting(CallMark::kind)
        .containsExactlyInAnyOrder(
            CallMark.Kind.PRICE, CallMark.Kind.RIVAL, CallMark.Kind.PROMISE, CallMark.Kind.DECIDER);
    assertThat(onFx(() -> note().getText())).isEqualTo("Competitor:\nPromise: ");
    assertThat(onFx(() -> call().nextContactProperty().get()))
        .isEqualTo(Instant.parse("2026-06-17T02:00:00Z"));
    settle();
    assertThat(user().texts()).contains("Price 02:13", "Decision-maker 02:13");
    picture("popup-marks-en");
    speak(Texts.CHINESE);
    dark(true);
    settle();
    assertThat(user().texts()).contains("价格 02:13", "有意向", "承诺");
    picture("popup-marks-zh-dark");
    fx(() -> model.unmark(call(), call().marks().getFirst()));
    await().until(() -> house.marks.size() == 3);
  }

  @Test
  void pauseIsOneKey() {
    talk();
    key(note(), KeyCode.F8, false);
    await().until(() -> house.recorded.contains("a false"));
    popup.updated(
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.TALKING, null), false),
            CallCard.Recording.of(CallCard.Recording.State.PAUSED),
            null));
    settle();
    assertThat(user().texts()).contains("Paused, not recorded");
    picture("popup-paused-en");
    key(card(), KeyCode.F8, false);
    await().until(() -> house.recorded.contains("a true"));
  }

  @Test
  void whoeverElseItIsIsFoundWithTheLikelyOnesOnTop() {
    house.likely.add(Cards.candidate(7, "Castellan Valve Co.", "Maya Okafor", 1));
    house.likely.add(Cards.candidate(8, "Oakhurst Motors", "Jonas Vermeer", 2));
    house.customers.put(
        8L,
        new CallCard.Customer(
            8,
            "Oakhurst Motors",
            "B",
            80L,
            "Jonas Vermeer",
            null,
            null,
            null,
            null,
            null,
            true,
            List.of()));
    talk();
    fx(() -> note().setText("kept"));
    user().click("Not them?");
    await().until(() -> user().sees("Jonas Vermeer"));
    assertThat(user().sees("Maya Okafor")).isFalse();
    await().until(() -> onFx(popup::takesKeys));
    await().until(() -> onFx(() -> popup.node().getScene().getFocusOwner()) instanceof TextField);
    picture("popup-change-en");
    user().click("Jonas Vermeer");
    await().until(() -> onFx(() -> call().customerProperty().get()) != null);
    settle();
    assertThat(user().texts()).contains("Oakhurst Motors", "Does not want to be called");
    fx(() -> model.save(call()));
    await().until(() -> house.saved.size() == 1);
    assertThat(house.saved.getFirst().whose()).isEqualTo(new CallResults.Whose.Existing(8, 80L));
    assertThat(house.saved.getFirst().note()).isEqualTo("kept");
  }

  @Test
  void whatIsCollapsedLeavesNoUnseenWindowThatTakesClicks() {
    talk();
    user().click(note());
    await().until(() -> onFx(popup::takesKeys));
    await().until(() -> windowHeight() > 300);
    fx(model::collapse);
    await().until(() -> windowHeight() < 200);
    assertThat(onFx(() -> popup.node().localToScreen(popup.node().getLayoutBounds()).getMaxY()))
        .isCloseTo(onFx(() -> Screen.getPrimary().getVisualBounds().getMaxY()) - 16, within(1.0));
    user().click("Show");
    await().until(() -> windowHeight() > 300);
  }

  private double windowHeight() {
    return onFx(() -> popup.node().getScene().getWindow().getHeight());
  }

  @Test
  void inQuietHoursACallIsAStrip() {
    house.settings = house.settings.withDoNotDisturb(true);
    talk();
    assertThat(onFx(() -> model.frontProperty().get())).isNull();
    assertThat(user().texts()).contains("Show").doesNotContain("Note");
    picture("popup-quiet-en");
    user().click("Show");
    settle();
    assertThat(user().texts()).contains("Note", "Maya Okafor");
  }

  @Test
  void whatToSayIsOneLineUntilItIsOpened() {
    house.settings = house.settings.withScript("en", "This call is recorded, is that all right?");
    talk();
    assertThat(user().texts()).contains("What to say");
    assertThat(user().texts()).doesNotContain("This call is recorded, is that all right?");
    user().click("What to say");
    settle();
    assertThat(user().texts()).contains("This call is recorded, is that all right?");
    picture("popup-script-en");
  }

  @Test
  void aCallThatIsOverIsCalledBackFromWhereItsNumberStands() {
    java.util.List<String> dialled = new java.util.concurrent.CopyOnWriteArrayList<>();
    fx(() -> model.onDial((number, doNotCall) -> dialled.add(number.raw() + " " + doNotCall)));
    talk();
    assertThat(onFx(() -> popup.node().lookup(".call-back"))).isNull();
    popup.ended(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.MISSED), false));
    settle();
    fx(() -> ((javafx.scene.control.Button) popup.node().lookup(".call-back")).fire());
    assertThat(dialled).containsExactly("+17135550148 false");
    picture("popup-call-back-en");
  }

  private void talk() {
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    popup.updated(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    settle();
  }

  private PopupCall call() {
    return model.calls().getFirst();
  }

  private Node card() {
    return onFx(() -> popup.node().lookup(".caller-card"));
  }

  private TextArea note() {
    return onFx(() -> (TextArea) popup.node().lookup(".text-area"));
  }

  /** The key as it reaches this node; the pop-up hears it on its way there. */
  private void key(Node at, KeyCode code, boolean ctrl) {
    keys++;
    if (!onFx(popup::takesKeys)) {
      user().click("Note");
      await().until(() -> onFx(popup::takesKeys));
    }
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    fx(
        () ->
            Event.fireEvent(
                at,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    "",
                    code.getChar(),
                    code,
                    false,
                    ctrl && !mac,
                    false,
                    ctrl && mac)));
    settle();
  }

  private void picture(String name) {
    settle();
    onFx(
        () -> {
          javafx.scene.image.WritableImage image = popup.node().getScene().snapshot(null);
          var buffered = javafx.embed.swing.SwingFXUtils.fromFXImage(image, null);
          java.nio.file.Path file = java.nio.file.Path.of("target", "screens", name + ".png");
          java.nio.file.Files.createDirectories(file.getParent());
          return javax.imageio.ImageIO.write(buffered, "png", file.toFile());
        });
  }
}
