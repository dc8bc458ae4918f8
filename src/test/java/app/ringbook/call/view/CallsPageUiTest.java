package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallFilter;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallsPageUiTest extends CallsFxTest {
  @BeforeEach
  void someCalls() {
    var now = Cards.NOW;
    Records.Who tidewell = new Records.Who(8L, "Tidewell Diagnostics", "Priya Raman");
    Records.Who bluefen = new Records.Who(9L, "Bluefen Biologics", "Grace Liu");
    book.calls.add(
        Records.answered(1, now.minusSeconds(15_480), Direction.INCOMING, Records.MAYA, 378));
    book.calls.add(
        Records.answered(2, now.minusSeconds(17_000), Direction.OUTGOING, tidewell, 527));
    book.calls.add(Records.missed(4, now.minusSeconds(20_000), bluefen));
    book.calls.add(
        Records.answered(5, now.minusSeconds(21_500), Direction.INCOMING, Records.NOBODY, 96));
    book.calls.add(Records.missed(6, now.minusSeconds(22_000), Records.NOBODY));
    book.calls.add(
        Records.answered(7, now.minusSeconds(24_000), Direction.INCOMING, tidewell, 134));
    book.calls.add(
        Records.call(
            8,
            now.minusSeconds(80_000),
            Direction.OUTGOING,
            CallOutcome.NO_ANSWER,
            Records.MAYA,
            0,
            null,
            null));
    for (int i = 10; i < 30; i++) {
      book.calls.add(
          Records.answered(
              i, now.minusSeconds(70_000 + i * 1000L), Direction.OUTGOING, bluefen, 60 + i));
    }
  }

  private void showPage() {
    show((Parent) onFx(page::node), 1000, 700);
    fx(page::shown);
    await().until(() -> onFx(() -> model.stateProperty().get()) != CallsModel.State.LOADING);
    settle();
  }

  private void open(long id) {
    fx(() -> model.open(book.byId(id).orElseThrow()));
    await()
        .until(
            () ->
                onFx(() -> openCall.player().stateProperty().get())
                    != CallPlayerModel.State.LOADING);
    settle();
  }

  @Test
  void missedAndUnlinkedCallsAreToldApartAndCounted() {
    showPage();
    assertThat(user().texts())
        .contains("Maya Okafor", "Call back", "Link", "Missed", "Stored offline", "rang 22 s")
        .contains("Not linked", "To review", "6 today, 4 answered");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-list-en");
  }

  @Test
  void aCallerWhoIsALeadHasTheLeadsName() {
    book.leads =
        Map.of("+17135550148", new LeadSlot.Known(3, "Ines Castro", "Harbour Labs", null, false));
    showPage();
    assertThat(user().texts()).contains("Ines Castro", "Lead · Harbour Labs");
    open(5);
    assertThat(user().texts()).doesNotContain("Keep as lead");
    book.leads = Map.of();
    fx(page::hidden);
    fx(page::shown);
    await().until(() -> user().sees("Keep as lead"));
    assertThat(user().texts()).doesNotContain("Ines Castro");
  }

  @Test
  void callsFromTheKitSayWhenTheyWereFetched() {
    showPage();
    assertThat(user().texts())
        .contains("Stored while Ringbook was closed, fetched from the kit at 08:31");
    open(7);
    assertThat(user().texts()).contains("Stored in the kit, fetched at 08:31");
  }

  @Test
  void aDigitSaysWhatACallCameToAndIsTakenBack() {
    showPage();
    open(1);
    user().press(KeyCode.DIGIT3);
    await().until(() -> book.acts.contains("result 1 SEND_QUOTE"));
    await().until(() -> toasts.size() == 1);
    await().until(() -> onFx(() -> model.openProperty().get().result()) != null);
    user().press(KeyCode.DIGIT1);
    settle();
    assertThat(book.acts).containsExactly("result 1 SEND_QUOTE");
    fx(Objects.requireNonNull(toasts.getFirst().action()));
    await().until(book.acts::isEmpty);
  }

  @Test
  void digitsSettleNoMissedCall() {
    showPage();
    open(4);
    user().press(KeyCode.DIGIT1);
    settle();
    assertThat(book.acts).isEmpty();
  }

  @Test
  void filtersAreKeptOverARestartAndUnderAName() {
    showPage();
    fx(
        () -> {
          model.choice().tabProperty().set(CallFilter.Tab.RECORDED);
          model.choice().narrowProperty().set(CallFilter.Narrow.NONE.withLeastTalk(300_000));
        });
    await().until(() -> user().sees("Save view"));
    fx(() -> model.choice().name("Long talks"));
    await().until(() -> settings.callList().views().size() == 1);
    await().until(() -> settings.callList().present().leastTalkMillis() == 300_000);
    CallsChoice again = onFx(() -> new CallsChoice(settings, background, clock));
    assertThat(again.tabProperty().get()).isEqualTo(CallFilter.Tab.RECORDED);
    assertThat(again.narrowProperty().get().leastTalkMillis()).isEqualTo(300_000);
    fx(again::showAll);
    assertThat(onFx(again::chosen)).isNull();
    fx(() -> again.choose(again.views().getFirst()));
    assertThat(onFx(again::chosen)).isNotNull();
    fx(() -> again.forget(again.views().getFirst()));
    await().until(() -> settings.callList().views().isEmpty());
  }

  @Test
  void aCallIsPlayedBesideTheList() {
    showPage();
    open(1);
    fx(() -> openCall.player().seekTo(0.36));
    settle();
    assertThat(user().texts()).contains("2:16", "6:18", "You", "Mark reviewed", "Linked to");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-en");
  }

  @Test
  void theSameInChinese() {
    beginIn(Texts.CHINESE, false);
    showPage();
    open(1);
    assertThat(user().texts()).contains("通话", "未接", "标为已复核");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-zh");
  }

  @Test
  void theSameInTheDark() {
    beginIn(Texts.ENGLISH, true);
    showPage();
    open(1);
    fx(() -> openCall.player().seekTo(0.36));
    settle();
    assertThat(user().texts()).contains("2:16");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-en-dark");
  }

  @Test
  void spacePlaysAndBracketsSkip() {
    showPage();
    user().press(KeyCode.DOWN);
    await().until(() -> book.opened.size() == 1);
    await()
        .until(
            () ->
                onFx(() -> openCall.player().stateProperty().get()) == CallPlayerModel.State.READY);
    user().press(KeyCode.SPACE);
    assertThat(onFx(() -> openCall.player().playingProperty().get())).isTrue();
    user().press(KeyCode.SPACE);
    assertThat(onFx(() -> openCall.player().playingProperty().get())).isFalse();
  }

  @Test
  void aMissingFileSaysWhereItWasExpectedAndCanBeFound() {
    book.fileMissing = true;
    showPage();
    open(1);
    assertThat(user().texts())
        .contains("This recording can’t be played")
        .contains("The file was expected at recordings/a1.wav.");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-missing-file-en");
    fx(() -> openCall.found(Path.of("/elsewhere.wav"), Runnable::run));
    await().until(() -> book.opened.size() == 1);
  }

  @Test
  void linkingShowsLikelyCustomersAndCanBeUndone() {
    book.candidates.add(Cards.candidate(7, "Castellan Valve Co.", "Maya Okafor", 1));
    showPage();
    open(5);
    fx(openCall.linking()::start);
    await().until(() -> onFx(() -> openCall.linking().likely().size()) == 1);
    settle();
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-link-en");
    fx(() -> openCall.linking().link(7L, 70L));
    await().until(() -> toasts.size() == 1);
    assertThat(book.acts).containsExactly("link 5 7 70");
    fx(
        () -> {
          Runnable undo = toasts.getFirst().action();
          if (undo != null) {
            undo.run();
          }
        });
    await().until(book.acts::isEmpty);
  }

  @Test
  void theNoteOfTheListIsTheDraftOfThePopUpUntilItIsSaved() {
    book.draft = "wants 45 days";
    showPage();
    open(1);
    await().until(() -> onFx(() -> openCall.noteProperty().get()).equals("wants 45 days"));
    settle();
    assertThat(user().texts()).contains("Typed into the pop-up, not saved yet");
    fx(openCall::saveNote);
    await().until(() -> book.acts.contains("note 1 wants 45 days"));
  }

  @Test
  void callBackDialsTheNumber() {
    showPage();
    open(4);
    fx(
        () ->
            page.actions().stream()
                .filter(a -> a.id().equals("calls.call"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    await().until(() -> asked.contains("call +17135550148"));
  }

  @Test
  void withoutCallsTheKitIsOffered() {
    book.calls.clear();
    showPage();
    assertThat(user().texts()).contains("No calls yet", "Connect the kit");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-empty-en");
    user().click("Connect the kit");
    assertThat(asked).contains("connect");
  }

  @Test
  void aNewCallAppearsWithoutLosingTheOpenOne() {
    showPage();
    open(1);
    book.calls.add(
        Records.answered(
            99, Cards.NOW.minus(Duration.ofMinutes(1)), Direction.INCOMING, Records.MAYA, 10));
    book.changes.tell("new");
    await()
        .until(
            () -> onFx(() -> model.rows().get(1)) instanceof CallsRow.Item(var c) && c.id() == 99);
    assertThat(onFx(() -> model.openProperty().get()).id()).isEqualTo(1);
  }

  @Test
  @Tag("S4-10")
  void aCommentIsWrittenAtThePlaceThatIsPlayedAndHeardFromShortlyBefore() {
    showPage();
    open(1);
    fx(() -> openCall.player().seekTo(130_000 / 378_000.0));
    settle();
    user().click("Mark");
    await().until(() -> onFx(() -> openCall.marks().writingProperty().get()) != null);
    settle();
    user().type("Asks for 60-day terms");
    user().press(KeyCode.ENTER);
    await().until(() -> user().texts().contains("Asks for 60-day terms"));
    assertThat(book.acts).containsExactly("mark COMMENT 130000 Asks for 60-day terms");
    assertThat(user().texts()).contains("2:10", "Marks");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-marks-en");
    fx(() -> openCall.player().seekTo(0));
    settle();
    user().click("2:10");
    assertThat(onFx(() -> openCall.player().positionProperty().get())).isEqualTo(125_000);
    assertThat(onFx(() -> openCall.player().playingProperty().get())).isTrue();
  }

  @Test
  void aStrangerBecomesALeadByOneKeyAndACustomersCallDoesNot() {
    showPage();
    open(1);
    run("calls.lead");
    open(5);
    assertThat(user().texts()).contains("Keep as lead");
    run("calls.lead");
    await().until(() -> book.acts.equals(List.of("lead 5")));
    await().until(() -> toasts.size() == 1);
  }

  private void run(String action) {
    fx(
        () ->
            page.actions().stream()
                .filter(a -> a.id().equals(action))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
  }

  @Test
  @Tag("S4-10")
  void longCallsAndOnePersonsCallsAreShownTogether() {
    showPage();
    user().click("5 min or longer");
    await().until(() -> onFx(() -> calls().size()) == 2);
    open(1);
    user().click("Only Maya Okafor");
    await().until(() -> onFx(() -> calls().equals(List.of(1L))));
    fx(model.choice()::showAll);
    await().until(() -> onFx(() -> calls().size()) == 27);
  }

  private List<Long> calls() {
    return model.rows().stream()
        .filter(CallsRow.Item.class::isInstance)
        .map(row -> ((CallsRow.Item) row).call().id())
        .toList();
  }

  @Test
  void aMissedCallAsksForAReasonAndShowsTheTriesOfTheNumber() {
    showPage();
    open(6);
    await().until(() -> onFx(() -> !openCall.history().isEmpty()));
    settle();
    assertThat(user().texts()).contains("Nobody called back yet", "Calls of this number");
    big(() -> (Parent) makePage().node(), 1232, 872, "calls-missed-en");
    assertThat(book.acts).isEmpty();
    user().click("Wrong number");
    await().until(() -> book.acts.equals(List.of("handle 6 WRONG_NUMBER")));
  }

  @Test
  void pausesAreSkippedAndOneEndIsSilencedWhenWanted() {
    showPage();
    open(1);
    user().click("Skip silence");
    assertThat(book.opened.getFirst().skipping).isTrue();
    fx(() -> openCall.player().mutedProperty(0).set(true));
    assertThat(book.opened.getFirst().muted[0]).isTrue();
  }
}
