package app.ringbook.call.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Number, time and direction are read from the names that recorders give. */
@Tag("S4-08")
class AudioNameTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "13812345678_20260616104212.mp3, 13812345678, 2026-06-16T02:42:12Z, ",
    "张三(13812345678)_20260616104212.wav, 13812345678, 2026-06-16T02:42:12Z, ",
    "Call_2026-06-16_10-42-12_13812345678_in.wav, 13812345678, 2026-06-16T02:42:12Z, INCOMING",
    "+86 138 1234 5678 2026.06.16 10.42 outgoing.wav, +86 138 1234 5678, 2026-06-16T02:42:00Z,"
        + " OUTGOING",
    "去电 010-64321234 2026年06月16日10时42分12秒.wav, 010-64321234, 2026-06-16T02:42:12Z, OUTGOING",
    "16-06-2026 10-42-12 (030) 0074321.wav, (030) 0074321, 2026-06-16T02:42:12Z, ",
    "1781577732000-13812345678.mp3, 13812345678, 2026-06-16T02:42:12Z, ",
    "13812345678.wav, 13812345678, , ",
    "20260616104212.wav, , 2026-06-16T02:42:12Z, ",
    "meeting.wav, , , ",
    "20261399104212_13812345678.wav, 20261399104212, , "
  })
  void theNameTellsNumberTimeAndDirection(String name, String number, String at, String direction) {
    AudioName read = AudioName.read(name, SHANGHAI);
    assertThat(read.numbers().isEmpty() ? null : read.numbers().getFirst()).isEqualTo(number);
    assertThat(read.at() == null ? null : read.at().toString()).isEqualTo(at);
    assertThat(read.direction() == null ? null : read.direction().name()).isEqualTo(direction);
  }

  @Test
  void wordsInsideOtherWordsAreNoDirection() {
    assertThat(AudioName.read("interview-route-13812345678.wav", SHANGHAI).direction()).isNull();
  }
}
