package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.NumberLabel;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallPopupModelTest {
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final FakePopupHouse house = new FakePopupHouse();
  private final Background background = new Background(Runnable::run);
  private final CallPopupModel model = new CallPopupModel(house, background, clock);

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void theNameThatComesAfterTheFirstRingIsProposedUnlessSomebodyTypes() {
    PopupCall call = new PopupCall(named(null), clock);
    assertThat(call.stranger().personProperty().get()).isEmpty();
    call.update(named("Li Ming"));
    assertThat(call.stranger().personProperty().get()).isEqualTo("Li Ming");
    assertThat(call.unkept()).isFalse();
    call.stranger().personProperty().set("Li Wei");
    call.update(named("LI MING"));
    assertThat(call.stranger().personProperty().get()).isEqualTo("Li Wei");
  }

  private static CallCard named(@Nullable String name) {
    CallCard card = Cards.unknown(Cards.call("n", 1, CallState.RINGING, null));
    Call call = card.call();
    return new CallCard(
        new Call(
            call.key(),
            call.kit(),
            call.line(),
            call.direction(),
            call.state(),
            call.number(),
            call.presentation(),
            name,
            call.verified(),
            call.startedAt(),
            call.rings(),
            call.ringMillis(),
            call.talkMillis(),
            call.outcome(),
            0),
        card.number(),
        card.match(),
        card.customer(),
        card.likely(),
        card.earlier(),
        card.label(),
        card.answeredAt(),
        card.recording(),
        card.kitLostAt(),
        false);
  }

  @Test
  void aKnownCallerIsShownAtOnceAndSavedWithNoteAndNextContact() {
    PopupCall call = ring("a", true);
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.KNOWN);
    call.noteProperty().set(" 45 days, not 60 ");
    Instant tomorrow = Cards.NOW.plusSeconds(68_400);
    call.nextContactProperty().set(tomorrow);
    List<Long> told = new ArrayList<>();
    model.onSaved(told::add);
    model.save(call);
    await().until(() -> model.calls().isEmpty());
    assertThat(house.saved.getFirst().whose()).isEqualTo(new CallResults.Whose.Existing(7, 70L));
    assertThat(house.saved.getFirst().note()).isEqualTo("45 days, not 60");
    assertThat(house.saved.getFirst().nextContactAt()).isEqualTo(tomorrow);
    await().untilAsserted(() -> assertThat(told).containsExactly(1L));
  }

  @Test
  void aCallOfAKitWithoutHandsetIsTakenAndEndedByHand() {
    Call rings = Cards.call("a", 1, CallState.RINGING, null);
    model.told(Cards.withoutHandset(Cards.known(rings, false)));
    PopupCall call = model.calls().getFirst();
    model.handset().toggle(call);
    await().until(() -> house.recorded.contains("a taken"));
    Call talks = Cards.byHand(Cards.call("a", 1, CallState.TALKING, null));
    model.told(Cards.withoutHandset(Cards.known(talks, false)));
    model.save(call);
    await().until(() -> house.recorded.contains("a over"));
    await().until(() -> house.saved.size() == 1);
  }

  @Test
  void aMissedCallMayStillBeTakenAndOneOfAKitThatTellsMayNot() {
    Call missed = Cards.call("a", 1, CallState.ENDED, CallOutcome.MISSED);
    assertThat(PopupHandset.canTake(Cards.withoutHandset(Cards.known(missed, false)))).isTrue();
    assertThat(PopupHandset.canTake(Cards.known(missed, false))).isFalse();
    Call talked = Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED);
    assertThat(PopupHandset.canTake(Cards.withoutHandset(Cards.known(talked, false)))).isFalse();
  }

  @Test
  void unknownNumberNeedsANameBeforeANewCustomerIsSaved() {
    PopupCall call = ring("a", false);
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.UNKNOWN);
    model.save(call);
    assertThat(problemOf(call)).isEqualTo("call.popup.problem.name");
    call.stranger().companyProperty().set("沐禾体检浦东店");
    assertThat(call.problemProperty().get()).isNull();
    call.stranger().personProperty().set("赵女士");
    call.stranger().sourceProperty().set("老客介绍");
    model.save(call);
    await().until(() -> house.saved.size() == 1);
    assertThat(house.saved.getFirst().whose())
        .isEqualTo(new CallResults.Whose.Fresh("赵女士", "沐禾体检浦东店", "老客介绍", null));
  }

  @Test
  void unknownNumberCanBeLinkedOrBeNobody() {
    PopupCall call = ring("a", false);
    house.customers.put(7L, Cards.maya(false));
    house.hits.add(
        new CustomerSearch.Hit(
            CustomerSearch.Kind.CUSTOMER,
            7,
            7,
            "Castellan",
            "",
            CustomerSearch.Why.NAME,
            List.of()));
    call.stranger().kindProperty().set(PopupStranger.Kind.EXISTING);
    model.save(call);
    assertThat(problemOf(call)).isEqualTo("call.popup.problem.link");
    call.stranger().searchProperty().set("Cast");
    model.matching().search(call);
    await().until(() -> call.stranger().hits().size() == 1);
    model.matching().choose(call, 7, null);
    await().until(() -> call.bodyProperty().get() == PopupCall.Body.KNOWN);
    call.unchoose();
    call.stranger().kindProperty().set(PopupStranger.Kind.NOT_CUSTOMER);
    model.save(call);
    await().until(() -> house.saved.size() == 1);
    assertThat(house.saved.getFirst().whose())
        .isEqualTo(new CallResults.Whose.Labelled(NumberLabel.NOT_CUSTOMER));
  }

  @Test
  @Tag("S4-07")
  void ofSeveralCandidatesADigitPicksOne() {
    model.told(Cards.several(Cards.call("a", 1, CallState.RINGING, null)));
    PopupCall call = model.calls().getFirst();
    house.customers.put(7L, Cards.maya(false));
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.CHOOSE);
    model.save(call);
    assertThat(problemOf(call)).isEqualTo("call.popup.problem.choose");
    model.matching().pick(call, 9);
    model.matching().pick(call, 1);
    await().until(() -> call.bodyProperty().get() == PopupCall.Body.KNOWN);
    model.told(Cards.several(Cards.call("a", 1, CallState.TALKING, null)));
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.KNOWN);
    call.unchoose();
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.CHOOSE);
    call.noneOfThese();
    model.told(Cards.several(Cards.call("a", 1, CallState.TALKING, null)));
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.UNKNOWN);
  }

  @Test
  void aWrongMatchStaysOverruledWhateverTheLineSaysLater() {
    PopupCall call = ring("a", true);
    call.unchoose();
    model.told(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    assertThat(call.bodyProperty().get()).isEqualTo(PopupCall.Body.UNKNOWN);
    assertThat(call.stranger().kindProperty().get()).isEqualTo(PopupStranger.Kind.EXISTING);
  }

  @Test
  void whatIsTypedIsKeptAndComesBackAfterARestart() {
    PopupCall call = ring("a", true);
    call.noteProperty().set("wants delivery before 20 July");
    model.keepDraft(call);
    await().until(() -> house.draft("a").isPresent());
    CallPopupModel restarted = new CallPopupModel(house, background, clock);
    restarted.told(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    PopupCall again = restarted.calls().getFirst();
    await().until(() -> again.noteProperty().get().equals("wants delivery before 20 July"));
  }

  @Test
  void aDraftDoesNotOverwriteWhatIsTypedMeanwhile() {
    PopupCall call = new PopupCall(Cards.known(ringing("a"), false), clock);
    call.noteProperty().set("new");
    call.restore(new PopupHouse.Draft("old", null, null));
    assertThat(call.noteProperty().get()).isEqualTo("new");
  }

  @Test
  void anEndedCallGoesToReviewAfterAMinuteWithoutTyping() {
    PopupCall call = ring("a", true);
    model.told(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED), false));
    clock.advance(Duration.ofSeconds(50));
    call.noteProperty().set("still writing");
    clock.advance(Duration.ofSeconds(50));
    model.tick();
    assertThat(model.calls()).hasSize(1);
    clock.advance(Duration.ofSeconds(11));
    model.tick();
    assertThat(model.calls()).isEmpty();
    await().until(() -> house.draft("a").isPresent());
  }

  @Test
  void aSecondCallIsAStripUntilItIsShown() {
    PopupCall first = ring("a", true);
    PopupCall second = ring("b", false);
    assertThat(model.frontProperty().get()).isSameAs(first);
    model.show(second);
    assertThat(model.frontProperty().get()).isSameAs(second);
    model.collapse();
    assertThat(model.frontProperty().get()).isNull();
    assertThat(model.calls()).hasSize(2);
    model.show(second);
    model.nuisance(second);
    await().until(() -> model.calls().size() == 1);
    assertThat(model.frontProperty().get()).isSameAs(first);
  }

  @Test
  void aFailedSaveKeepsWhatWasTypedAndSaysSo() {
    PopupCall call = ring("a", true);
    call.noteProperty().set("important");
    house.failure = new ProblemException("store.problem.full");
    model.save(call);
    await().until(() -> call.problemProperty().get() != null);
    assertThat(problemOf(call)).isEqualTo("store.problem.full");
    assertThat(call.noteProperty().get()).isEqualTo("important");
    assertThat(model.calls()).contains(call);
    house.failure = null;
    model.save(call);
    await().until(() -> model.calls().isEmpty());
  }

  @Test
  void callsBetweenOwnLinesShowNothing() {
    CallCard own =
        Cards.card(
            ringing("a"), Cards.SHANGHAI, new Match.Own(), null, CallCard.Earlier.NONE, null);
    model.told(own);
    assertThat(model.calls()).isEmpty();
  }

  @Test
  void theHeadSaysWhatTheCallIsDoing() {
    PopupCall call = ring("a", true);
    assertThat(call.headline()).isEqualTo(PopupHeadline.RINGING);
    CallCard talking = Cards.known(Cards.call("a", 1, CallState.TALKING, null), false);
    model.told(talking);
    assertThat(call.headline()).isEqualTo(PopupHeadline.RECORDING);
    assertThat(call.talking()).isEqualTo(Duration.ofSeconds(84));
    model.told(Cards.with(talking, CallCard.Recording.of(CallCard.Recording.State.PAUSED), null));
    assertThat(call.headline()).isEqualTo(PopupHeadline.PAUSED);
    model.told(Cards.with(talking, CallCard.Recording.off("x"), null));
    assertThat(call.headline()).isEqualTo(PopupHeadline.NOT_RECORDED);
    model.told(Cards.with(talking, talking.recording(), Cards.NOW));
    assertThat(call.headline()).as("no kit, no sound").isEqualTo(PopupHeadline.NOT_RECORDED);
    model.told(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.MISSED), false));
    assertThat(call.headline()).isEqualTo(PopupHeadline.MISSED);
  }

  private PopupCall ring(String key, boolean known) {
    model.told(known ? Cards.known(ringing(key), false) : Cards.unknown(ringing(key)));
    return model.calls().getLast();
  }

  private static app.ringbook.telephony.Call ringing(String key) {
    return Cards.call(key, 1, CallState.RINGING, null);
  }

  private static String problemOf(PopupCall call) {
    ProblemException problem = call.problemProperty().get();
    return problem == null ? "" : problem.key();
  }
}
