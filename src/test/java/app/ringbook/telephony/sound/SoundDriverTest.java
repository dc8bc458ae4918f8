package app.ringbook.telephony.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.whozz.WhozzDriver;
import app.ringbook.telephony.recorder.G711;
import app.ringbook.testkit.FakeClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sound device beside a kit without sound makes it one that records. */
class SoundDriverTest {
  private final FakeClock clock = new FakeClock();
  private final List<CallEvent> events = new ArrayList<>();
  private final Device device = new Device();
  private final PhoneDriver.Session session =
      new SoundDriver(new WhozzDriver(), () -> device).session(clock, events::add);

  /** A device whose sound is as long as the time that passed. */
  private final class Device implements AudioSource {
    private boolean on;
    private boolean there = true;
    private long heardNanos;

    @Override
    public void start() throws IOException {
      if (!there) {
        throw new IOException("gone");
      }
      on = true;
      heardNanos = clock.nanoTime();
    }

    @Override
    public int read(short[] samples) {
      if (!on || !there) {
        return 0;
      }
      int count = (int) ((clock.nanoTime() - heardNanos) / 125_000);
      heardNanos += count * 125_000L;
      Arrays.fill(samples, 0, count, (short) 4_000);
      return count;
    }

    @Override
    public void stop() {
      on = false;
    }
  }

  @Test
  void theKitCountsAsOneThatRecords() {
    assertThat(new WhozzDriver().caps().recording()).isFalse();
    assertThat(new SoundDriver(new WhozzDriver(), () -> device).caps().recording()).isTrue();
    assertThat(session.caps().recording()).isTrue();
  }

  @Test
  void soundComesFromTheLiftingToTheEndOfTheCall() {
    String call = talking();
    run(2_000);
    say("01 I E 0002 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n");
    assertThat(samples()).isBetween(15_900L, 16_000L);
    assertThat(audio()).allMatch(a -> a.call().equals(call));
    assertThat(device.on).isFalse();
    AudioBlock first = audio().getFirst().block();
    assertThat(G711.sample(first.codec(), first.data(), 0)).isBetween((short) 3_800, (short) 4_200);
    long at = 0;
    for (CallEvent.Audio audio : audio()) {
      assertThat(audio.block().firstSample()).isEqualTo(at);
      at += audio.block().samples();
    }
  }

  @Test
  void aDeviceThatIsPulledOutLeavesAGapOfTheRightLengthAndComesBack() {
    talking();
    run(1_000);
    device.there = false;
    run(3_000);
    device.there = true;
    run(2_000);
    long lost =
        events.stream()
            .filter(CallEvent.AudioGap.class::isInstance)
            .mapToLong(e -> ((CallEvent.AudioGap) e).count())
            .sum();
    assertThat(lost).isBetween(20_000L, 34_000L);
    assertThat(samples() + lost).isBetween(39_000L, 48_000L);
    AudioBlock last = audio().getLast().block();
    assertThat(last.firstSample() + last.samples()).isEqualTo(samples() + lost);
  }

  @Test
  void samplesOfFortyEightKilohertzAreFilteredToEight() {
    SoundDevice narrow = new SoundDevice("any");
    short[] low = new short[48_000];
    short[] high = new short[48_000];
    for (int i = 0; i < low.length; i++) {
      low[i] = (short) (10_000 * Math.sin(2 * Math.PI * 1_000 * i / 48_000));
      high[i] = (short) (10_000 * Math.sin(2 * Math.PI * 9_000 * i / 48_000));
    }
    short[] out = new short[8_000];
    assertThat(narrow.narrowed(low, out)).isEqualTo(8_000);
    assertThat(loudest(out)).isBetween(9_000, 10_500);
    assertThat(narrow.narrowed(high, out)).isEqualTo(8_000);
    assertThat(loudest(out)).isLessThan(700);
  }

  /** A call is answered and its sound is wanted. */
  private String talking() {
    session.opened(bytes -> {});
    say("01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n");
    String call =
        events.stream()
            .filter(CallEvent.OfCall.class::isInstance)
            .map(e -> ((CallEvent.OfCall) e).call())
            .findFirst()
            .orElseThrow();
    session.record(call, true);
    return call;
  }

  private void run(int millis) {
    for (int done = 0; done < millis; done += 200) {
      clock.advance(Duration.ofMillis(200));
      session.tick();
    }
  }

  private void say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    session.received(bytes, bytes.length);
  }

  private List<CallEvent.Audio> audio() {
    return events.stream()
        .filter(CallEvent.Audio.class::isInstance)
        .map(CallEvent.Audio.class::cast)
        .toList();
  }

  private long samples() {
    return audio().stream().mapToLong(a -> a.block().samples()).sum();
  }

  private static int loudest(short[] samples) {
    int loudest = 0;
    for (int i = 100; i < samples.length; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }
}
