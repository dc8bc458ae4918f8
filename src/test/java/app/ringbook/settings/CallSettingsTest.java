package app.ringbook.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallSettingsTest {
  @TempDir Path folder;

  @Test
  void quietHoursMayRunOverMidnightAndCountFromTheDayTheyBegin() {
    CallSettings.Quiet quiet =
        new CallSettings.Quiet(
            true, LocalTime.of(20, 0), LocalTime.of(8, 0), List.of(DayOfWeek.FRIDAY));
    assertThat(quiet.at(LocalDateTime.parse("2026-06-19T19:59:00"))).isFalse();
    assertThat(quiet.at(LocalDateTime.parse("2026-06-19T20:00:00"))).isTrue();
    assertThat(quiet.at(LocalDateTime.parse("2026-06-20T07:59:00"))).isTrue();
    assertThat(quiet.at(LocalDateTime.parse("2026-06-20T08:00:00"))).isFalse();
    assertThat(quiet.at(LocalDateTime.parse("2026-06-20T21:00:00"))).isFalse();
    assertThat(quiet.at(LocalDateTime.parse("2026-06-19T03:00:00"))).isFalse();
  }

  @Test
  void quietHoursWithinOneDay() {
    CallSettings.Quiet noon =
        new CallSettings.Quiet(
            true, LocalTime.of(12, 0), LocalTime.of(13, 0), List.of(DayOfWeek.values()));
    assertThat(noon.at(LocalDateTime.parse("2026-06-19T12:30:00"))).isTrue();
    assertThat(noon.at(LocalDateTime.parse("2026-06-19T13:00:00"))).isFalse();
  }

  @Test
  void whatIsChangedIsReadAgain() {
    new Settings(folder)
        .changeCall(
            c ->
                c.withResults(List.of("INTERESTED", " ", "参观工厂"))
                    .withScript("zh", "您好")
                    .withDoNotDisturb(true));
    CallSettings read = new Settings(folder).call();
    assertThat(read.results()).containsExactly("INTERESTED", "参观工厂");
    assertThat(read.scripts()).containsEntry("zh", "您好");
    assertThat(read.stripOnly(LocalDateTime.parse("2026-06-19T12:30:00"))).isTrue();
    assertThat(read.quiet()).isEqualTo(CallSettings.DEFAULT.quiet());
    assertThat(read.nextAfter("A").toDays()).isEqualTo(7);
  }
}
