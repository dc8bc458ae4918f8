package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Worker;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinePaceTest {
  private static final Call CALL = Cards.call("a", 1, CallState.RINGING, null);
  private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final FakeClock clock = new FakeClock();
  private final LinePace pace = new LinePace(window::add, clock);
  private final Worker calls = new Worker("calls");
  private final AtomicInteger told = new AtomicInteger();

  @AfterEach
  void end() {
    clock.advance(Duration.ofHours(2));
    calls.close();
  }

  @Test
  void ordinaryEventsNeverWait() {
    for (int i = 0; i < LinePace.MOST; i++) {
      pace.identified(CALL);
    }
    assertThat(window).hasSize(LinePace.MOST);
  }

  @Test
  void aFloodWaitsForTheWindow() throws InterruptedException {
    flood(1_000);
    int most = 0;
    while (told.get() < 1_000) {
      await().until(() -> window.size() > LinePace.MOST || told.get() == 1_000);
      most = Math.max(most, window.size());
      while (!window.isEmpty()) {
        window.take().run();
      }
    }
    assertThat(most).isEqualTo(LinePace.MOST + 1);
  }

  @Test
  void aWindowThatDoesNotAnswerHoldsUpAnEventForAMomentOnly() {
    flood(LinePace.MOST + 1);
    await().until(() -> told.get() == LinePace.MOST && pace.waiting() == LinePace.MOST + 1);
    clock.advance(Duration.ofMillis(LinePace.PATIENCE_MILLIS));
    await().until(() -> told.get() == LinePace.MOST + 1);
  }

  private void flood(int events) {
    calls.execute(
        () -> {
          for (int i = 0; i < events; i++) {
            pace.ringing(CALL);
            told.incrementAndGet();
          }
        });
  }
}
