package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallRecord;
import app.ringbook.platform.Background;
import app.ringbook.settings.CallSettings.Quiet;
import app.ringbook.settings.Settings;
import app.ringbook.testkit.FakeClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissedReminderTest {
  @TempDir Path folder;
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final FakeCallsBook book = new FakeCallsBook();
  private final List<List<Long>> told = new ArrayList<>();
  private boolean there = true;

  private void look() {
    Background now = new Background(Runnable::run);
    new MissedReminder(
            book,
            new Settings(folder),
            now,
            clock,
            () -> there,
            calls -> told.add(calls.stream().map(CallRecord::id).toList()))
        .look();
    now.close();
  }

  @Test
  @Tag("S1-09")
  void aMissedCallIsToldOnceWhenItsTimeIsOverAlsoAfterARestart() {
    book.calls.add(Records.missed(4, clock.now(), Records.NOBODY));
    clock.advance(Duration.ofMinutes(29));
    look();
    assertThat(told).isEmpty();
    clock.advance(Duration.ofHours(9));
    look();
    look();
    assertThat(told).containsExactly(List.of(4L));
    book.calls.add(Records.missed(5, clock.now().minusSeconds(7200), Records.NOBODY));
    look();
    assertThat(told).containsExactly(List.of(4L), List.of(5L));
  }

  @Test
  void quietHoursAndAnEmptyDeskPutItOff() {
    book.calls.add(Records.missed(4, clock.now().minusSeconds(3600), Records.NOBODY));
    Settings settings = new Settings(folder);
    settings.changeCall(
        c ->
            c.withQuiet(
                new Quiet(true, LocalTime.MIN, LocalTime.of(23, 59), List.of(DayOfWeek.values()))));
    look();
    settings.changeCall(
        c -> c.withQuiet(new Quiet(false, LocalTime.MIN, LocalTime.NOON, List.of())));
    there = false;
    look();
    assertThat(told).isEmpty();
    there = true;
    look();
    assertThat(told).containsExactly(List.of(4L));
  }

  @Test
  void neverMeansNever() {
    book.calls.add(Records.missed(4, clock.now().minusSeconds(3600), Records.NOBODY));
    new Settings(folder).changeMissed(m -> m.withRemindMinutes(0));
    look();
    assertThat(told).isEmpty();
  }
}
