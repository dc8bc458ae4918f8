package app.ringbook.call.care;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.PhoneNumbers;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRulesTest {
  @TempDir private Path folder;
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", ""));

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    Settings settings = new Settings(folder);
    settings.changeRecording(s -> s.withNever(List.of("+86 138 0013 8000", "12345")));
    RecordingRules rules = new RecordingRules(settings, numbers, id -> false, key -> false);
    assertThat(rules.excluded(numbers.parse("13800138000"))).isTrue();
    assertThat(rules.excluded(numbers.parse("008613800138000"))).isTrue();
    assertThat(rules.excluded(numbers.parse("12345"))).isTrue();
    assertThat(rules.excluded(numbers.parse("13800138001"))).isFalse();
    assertThat(rules.excluded(numbers.parse(""))).isFalse();
    assertThat(rules.byItself("13800138001")).isTrue();
    assertThat(rules.byItself("138 0013 8000")).isFalse();
    assertThat(rules.byItself("")).isTrue();
    assertThat(rules.notice()).isNull();
    settings.changeRecording(s -> s.withNotice(RecordingSettings.Notice.SHOWN, "May we record?"));
    assertThat(rules.notice()).isEqualTo("May we record?");
  }

  @Test
  void aFileOfAnOlderOrCarelessHandIsPutRight() throws Exception {
    Files.writeString(folder.resolve("recording.json"), "{\"keepMonths\": 12, \"notice\": null}");
    RecordingSettings read = new Settings(folder).recording();
    assertThat(read).isEqualTo(RecordingSettings.DEFAULT.withKeepMonths(12));
  }
}
