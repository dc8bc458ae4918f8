package app.ringbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AppClock CLOCK =
      new AppClock() {
        @Override
        public Instant now() {
          return at("2026-06-16T10:00");
        }

        @Override
        public ZoneId zone() {
          return ZONE;
        }

        @Override
        public long nanoTime() {
          return 0;
        }
      };

  private final Formats english = new Formats(new Language(Texts.ENGLISH), CLOCK);
  private final Formats chinese = new Formats(new Language(Texts.CHINESE), CLOCK);

  @Test
  void neighboursOfTodayHaveNames() {
    assertThat(english.moment(at("2026-06-16T15:00"))).isEqualTo("Today 15:00");
    assertThat(english.moment(at("2026-06-17T09:30"))).isEqualTo("Tomorrow 09:30");
    assertThat(english.day(at("2026-06-15T09:30"))).isEqualTo("Yesterday");
    assertThat(chinese.moment(at("2026-06-16T15:00"))).isEqualTo("今天 15:00");
  }

  @Test
  void thisWeekGoesByWeekdayThenByDate() {
    assertThat(english.moment(at("2026-06-19T09:30"))).isEqualTo("Fri 19, 09:30");
    assertThat(chinese.moment(at("2026-06-19T10:00"))).isEqualTo("周五 10:00");
    assertThat(english.day(at("2026-06-12T09:30"))).isEqualTo("12 Jun");
    assertThat(chinese.day(at("2026-06-12T09:30"))).isEqualTo("6月12日");
    assertThat(english.day(at("2025-06-12T09:30"))).isEqualTo("12 Jun 2025");
    assertThat(chinese.date(LocalDate.of(2025, 3, 11))).isEqualTo("2025年3月11日");
  }

  @Test
  void anotherWeekWithTheSameNumberIsNotThisWeek() {
    assertThat(english.day(at("2025-06-19T09:30"))).isEqualTo("19 Jun 2025");
  }

  @Test
  void lateIsCountedInDays() {
    assertThat(english.due(at("2026-06-12T23:59"))).isEqualTo("4 days late");
    assertThat(english.due(at("2026-06-15T08:00"))).isEqualTo("1 day late");
    assertThat(chinese.due(at("2026-06-12T08:00"))).isEqualTo("逾期 4 天");
    assertThat(english.due(at("2026-06-16T08:00"))).isEqualTo("Today 08:00");
  }

  @Test
  void durationsReadAsInTheDesign() {
    assertThat(english.duration(378_000)).isEqualTo("6:18");
    assertThat(chinese.duration(378_000)).isEqualTo("6分18秒");
    assertThat(chinese.duration(48_999)).isEqualTo("48秒");
    assertThat(english.clock(3_727_000)).isEqualTo("1:02:07");
    assertThat(english.clock(-5)).isEqualTo("0:00");
  }

  @Test
  void countsAndSizes() {
    assertThat(english.count(1284)).isEqualTo("1,284");
    assertThat(english.bytes(1_100_000)).isEqualTo("1.1 MB");
    assertThat(english.bytes(999)).isEqualTo("999 B");
  }

  @Test
  void headingsNameTheWeekday() {
    assertThat(english.dayHeading(LocalDate.of(2026, 6, 12))).isEqualTo("12 Jun, Friday");
    assertThat(chinese.dayHeading(LocalDate.of(2026, 6, 12))).isEqualTo("6月12日 星期五");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
