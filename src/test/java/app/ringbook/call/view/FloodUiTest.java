package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two kits that flood the line: the window goes on drawing, and what waits for it stays little. */
class FloodUiTest extends FxTest {
  private static final int EVENTS = 10_000;
  private static final int EVENTS_A_CALL = 250;
  private final FakeClock clock = new FakeClock(Cards.NOW, java.time.ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final CallPopupModel model = new CallPopupModel(new FakePopupHouse(), background, clock);
  private final LineModel line = new LineModel(clock, Fx.executor());
  private final LinePace pace =
      new LinePace(Fx.executor(), app.ringbook.platform.AppClock.system());
  private final CallPopup popup =
      onFx(
          () ->
              new CallPopup(
                  model,
                  line,
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
  void theWindowGoesOnDrawingWhileTwoKitsFlood() throws Exception {
    AtomicInteger mostWaiting = new AtomicInteger();
    AtomicInteger mostCalls = new AtomicInteger();
    AtomicInteger pulses = new AtomicInteger();
    AnimationTimer pulse =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.incrementAndGet();
            mostWaiting.accumulateAndGet(pace.waiting(), Math::max);
            mostCalls.accumulateAndGet(model.calls().size(), Math::max);
          }
        };
    fx(pulse::start);
    CountDownLatch kits = new CountDownLatch(2);
    for (String kit : new String[] {"one", "two"}) {
      Thread.ofPlatform().daemon(true).start(() -> flood(kit, kits));
    }
    kits.await();
    await().atMost(Duration.ofSeconds(60)).until(() -> pace.waiting() == 0);
    fx(pulse::stop);
    assertThat(pulses.get()).as("pulses during the flood").isGreaterThan(20);
    assertThat(mostWaiting).hasValueLessThanOrEqualTo(LinePace.MOST + 2);
    assertThat(mostCalls).hasValueLessThanOrEqualTo(CallPopupModel.MOST + 1);
  }

  @Test
  void ofManyCardsOfACallTheWindowShowsTheNewest() throws Exception {
    fx(() -> popup.ringing(card("a", 0)));
    settle();
    AtomicInteger shown = new AtomicInteger();
    fx(() -> model.calls().getFirst().cardProperty().addListener(o -> shown.incrementAndGet()));
    CountDownLatch busy = new CountDownLatch(1);
    Fx.later(
        () -> {
          try {
            busy.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    for (int i = 1; i <= EVENTS; i++) {
      popup.updated(card("a", i));
    }
    busy.countDown();
    await()
        .until(
            () ->
                onFx(() -> model.calls().getFirst().cardProperty().get().call().rings()) == EVENTS);
    assertThat(shown.get()).isLessThan(3);
  }

  /** Every so many events there is a new call; the one before is over then. */
  private void flood(String kit, CountDownLatch over) {
    for (int i = 0; i < EVENTS; i++) {
      String key = kit + i / EVENTS_A_CALL;
      CallCard card = card(key, i);
      synchronized (line) {
        switch (i % EVENTS_A_CALL) {
          case 0 -> {
            popup.ringing(card);
            line.ringing(card.call());
            pace.ringing(card.call());
          }
          case EVENTS_A_CALL - 1 -> {
            CallCard ended = Cards.unknown(Cards.call(key, 1, CallState.ENDED, CallOutcome.MISSED));
            popup.ended(ended);
            line.ended(ended.call());
            pace.ended(ended.call());
          }
          default -> {
            popup.updated(card);
            line.identified(card.call());
            pace.identified(card.call());
          }
        }
      }
    }
    over.countDown();
  }

  private static CallCard card(String key, int rings) {
    Call call = Cards.call(key, 1, CallState.RINGING, null);
    return Cards.unknown(
        new Call(
            call.key(),
            call.kit(),
            call.line(),
            call.direction(),
            call.state(),
            call.number(),
            call.presentation(),
            call.callerName(),
            call.verified(),
            call.startedAt(),
            rings,
            call.ringMillis(),
            call.talkMillis(),
            call.outcome(),
            call.numberNanos()));
  }
}
