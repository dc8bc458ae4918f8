package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The mapping of the kit's milliseconds to ours. */
class X800ClockTest {
  private final FakeClock clock = new FakeClock();
  private final X800Clock mapped = new X800Clock(clock);

  @Test
  void anEventIsDatedWhenItWasNotWhenItCame() {
    exchange(10_000, 4);
    Instant event = clock.now();
    clock.advance(Duration.ofSeconds(5));
    assertThat(Duration.between(event, mapped.stamp(1, 10_000).at()).abs())
        .isLessThan(Duration.ofMillis(5));
  }

  @Test
  void theShortestRoundTripIsTrusted() {
    exchange(10_000, 2);
    Instant event = clock.now();
    clock.advance(Duration.ofSeconds(10));
    exchange(20_000, 900);
    assertThat(Duration.between(event, mapped.instantOf(10_000, clock.now())).abs())
        .isLessThan(Duration.ofMillis(3));
  }

  @Test
  void theUserMaySetTheClockWithoutMovingEvents() {
    exchange(10_000, 2);
    clock.set(clock.now().plus(Duration.ofHours(5)));
    Instant now = clock.now();
    assertThat(Duration.between(mapped.instantOf(10_000, now), now).abs())
        .isLessThan(Duration.ofMillis(5));
  }

  @Test
  void driftIsMeasuredOverTime() {
    for (int minute = 0; minute <= 30; minute++) {
      exchange(10_000 + Math.round(minute * 60_000 * 1.0002), 2);
      clock.advance(Duration.ofMillis(60_000 - 2));
    }
    assertThat(mapped.driftPpm()).isBetween(-210.0, -190.0);
  }

  @Test
  void aJumpBeginsANewMapping() {
    exchange(10_000, 2);
    clock.advance(Duration.ofSeconds(10));
    assertThat(exchange(60_000, 2)).isFalse();
    Instant now = clock.now();
    assertThat(Duration.between(mapped.instantOf(60_000, now), now).abs())
        .isLessThan(Duration.ofMillis(5));
  }

  @Test
  void millisecondsGoOnBehindTheWrap() {
    assertThat(mapped.unwrapped(0xFFFFFFF0L)).isEqualTo(0xFFFFFFF0L);
    assertThat(mapped.unwrapped(0x10L)).isEqualTo(0x100000010L);
    assertThat(mapped.unwrapped(0xFFFFFFF8L)).isEqualTo(0xFFFFFFF8L);
    assertThat(mapped.unwrapped(0x20L)).isEqualTo(0x100000020L);
  }

  private boolean exchange(long device, int roundTripMillis) {
    long t1 = mapped.hostMillis();
    clock.advance(Duration.ofMillis(roundTripMillis));
    return mapped.answered(t1, device & 0xFFFFFFFFL, device & 0xFFFFFFFFL);
  }
}
