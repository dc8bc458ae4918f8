package app.ringbook.telephony.recorder.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilenceAlarmTest {
  private final SilenceAlarm alarm = new SilenceAlarm(8000);

  private boolean heard(int millis, int level, int channels) {
    short[] pcm = new short[8 * millis * channels];
    Arrays.fill(pcm, (short) level);
    return alarm.heard(pcm, channels);
  }

  @Test
  void threeSecondsOfADeadLineRaiseIt() {
    assertThat(heard(2900, 8, 2)).isFalse();
    assertThat(heard(100, -8, 2)).isTrue();
    assertThat(heard(20, 0, 2)).isTrue();
  }

  @Test
  void soundEndsItForGood() {
    assertThat(heard(4000, 0, 1)).isTrue();
    assertThat(heard(20, 200, 1)).isFalse();
    assertThat(heard(60_000, 0, 1)).isFalse();
  }

  @Test
  void aLineThatHumsIsAlive() {
    assertThat(heard(20, 100, 1)).isFalse();
    assertThat(heard(5000, 0, 1)).isFalse();
  }
}
