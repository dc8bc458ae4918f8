package app.ringbook.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
  private final FakeClock clock = new FakeClock();
  private final RightOfWay way = new RightOfWay(clock);
  private final Worker work = new Worker("long-work");
  private final AtomicInteger slices = new AtomicInteger();

  @AfterEach
  void end() {
    clock.advance(Duration.ofMinutes(1));
    work.close();
  }

  @Test
  void withoutAHurryWorkGoesOn() {
    way.giveWay();
    way.claim("call");
    way.release("call");
    way.giveWay();
    way.release("nobody");
    way.giveWay();
  }

  @Test
  void workWaitsWhileACallerIsBeingShown() {
    way.claim("call");
    slice();
    assertWaiting();
    way.release("call");
    assertDone(1);
  }

  @Test
  void itWaitsForEveryCaller() {
    way.claim("one");
    way.claim("two");
    slice();
    way.release("one");
    assertWaiting();
    way.release("two");
    assertDone(1);
  }

  @Test
  void aClaimNobodyGivesBackEndsByItself() {
    way.claim("call");
    slice();
    clock.advance(Duration.ofMillis(1_999));
    assertWaiting();
    clock.advance(Duration.ofMillis(1));
    assertDone(1);
  }

  @Test
  void theNextCallerCountsAgainAfterOneThatWasForgotten() {
    way.claim("forgotten");
    clock.advance(Duration.ofSeconds(2));
    way.giveWay();
    clock.advance(Duration.ofSeconds(4));
    way.claim("next");
    slice();
    assertWaiting();
    way.release("next");
    assertDone(1);
  }

  @Test
  void workNeverStarvesHoweverManyCallersThereAre() {
    int waited = 0;
    for (int millis = 0; millis < 60_000; millis += 100) {
      way.claim("call " + millis);
      if (way.waits()) {
        waited += 100;
      }
      clock.advance(Duration.ofMillis(100));
      way.release("call " + millis);
    }
    assertThat(waited).isBetween(15_000, 23_000);
  }

  private boolean waiting() {
    return Thread.getAllStackTraces().entrySet().stream()
        .anyMatch(
            e ->
                e.getKey().getName().equals("long-work")
                    && java.util.Arrays.stream(e.getValue())
                        .anyMatch(
                            frame -> frame.getClassName().equals(RightOfWay.class.getName())));
  }

  private void slice() {
    work.execute(
        () -> {
          way.giveWay();
          slices.incrementAndGet();
        });
  }

  private void assertWaiting() {
    await().until(this::waiting);
    assertThat(slices).hasValue(0);
  }

  private void assertDone(int count) {
    await().untilAsserted(() -> assertThat(slices).hasValue(count));
  }
}
