package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Texts;
import app.ringbook.testkit.FakeClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextContactChoiceTest {
  private static List<String> at(String instant, Texts texts) {
    FakeClock clock = new FakeClock(Instant.parse(instant), ZoneId.of("Asia/Shanghai"));
    return NextContactChoice.choices(clock).stream().map(c -> c.label(texts)).toList();
  }

  @Test
  void onATuesdayAsInTheDesign() {
    assertThat(at("2026-06-16T07:00:00Z", Texts.ENGLISH))
        .containsExactly("Today 17:00", "Tomorrow 10:00", "Thu", "Mon");
    assertThat(at("2026-06-16T07:00:00Z", Texts.CHINESE))
        .containsExactly("今天 17:00", "明天 10:00", "周四", "下周一");
  }

  @Test
  void todayIsLeftOutOnceTheAfternoonIsNear() {
    assertThat(at("2026-06-16T08:40:00Z", Texts.ENGLISH)).startsWith("Tomorrow 10:00");
  }

  @Test
  void weekendsAreSkippedAndNoDayComesTwice() {
    assertThat(at("2026-06-19T02:00:00Z", Texts.ENGLISH))
        .containsExactly("Today 17:00", "Tomorrow 10:00", "Mon", "Tue");
    assertThat(at("2026-06-21T02:00:00Z", Texts.ENGLISH))
        .containsExactly("Today 17:00", "Tomorrow 10:00", "Tue", "Wed");
  }
}
