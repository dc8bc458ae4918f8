package app.ringbook.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.AppClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A Tuesday at ten in the morning. */
  private final DateWords words =
      new DateWords(
          new AppClock() {
            @Override
            public Instant now() {
              return LocalDateTime.parse("2026-06-16T10:00").atZone(ZONE).toInstant();
            }

            @Override
            public ZoneId zone() {
              return ZONE;
            }

            @Override
            public long nanoTime() {
              return 0;
            }
          });

  @ParameterizedTest
  @CsvSource({
    "thu 1030,2026-06-18T10:30",
    "Thu 10:30,2026-06-18T10:30",
    "thursday at 3pm,2026-06-18T15:00",
    "fri 3pm,2026-06-19T15:00",
    "3pm fri,2026-06-19T15:00",
    "tue 9:30,2026-06-23T09:30",
    "tue 1130,2026-06-16T11:30",
    "+3d,2026-06-19T09:00",
    "+2w 15:00,2026-06-30T15:00",
    "in 3 days,2026-06-19T09:00",
    "+2h,2026-06-16T12:00",
    "in 30 min,2026-06-16T10:30",
    "next week,2026-06-22T09:00",
    "next mon 1400,2026-06-22T14:00",
    "next month,2026-07-16T09:00",
    "tomorrow,2026-06-17T09:00",
    "tmr 10am,2026-06-17T10:00",
    "today 17:00,2026-06-16T17:00",
    "noon,2026-06-16T12:00",
    "0930,2026-06-17T09:30",
    "1500,2026-06-16T15:00",
    "30 jun 9:30,2026-06-30T09:30",
    "jun 30,2026-06-30T09:00",
    "3 jan,2027-01-03T09:00",
    "30/6,2026-06-30T09:00",
    "6/30,2026-06-30T09:00",
    "2026-06-30,2026-06-30T09:00",
    "2026-06-30 14:15,2026-06-30T14:15",
    "2026年6月30日,2026-06-30T09:00"
  })
  void englishIsUnderstood(String text, String expected) {
    assertThat(words.first(text)).contains(at(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "明天10点,2026-06-17T10:00",
    "明天上午十点半,2026-06-17T10:30",
    "周四,2026-06-18T09:00",
    "星期四 15:00,2026-06-18T15:00",
    "下周一,2026-06-22T09:00",
    "下周一下午2点,2026-06-22T14:00",
    "下下周三,2026-07-01T09:00",
    "下周,2026-06-22T09:00",
    "后天下午3点,2026-06-18T15:00",
    "大后天,2026-06-19T09:00",
    "今晚8点,2026-06-16T20:00",
    "明天3点,2026-06-17T15:00",
    "6月30日 9:30,2026-06-30T09:30",
    "6月30号,2026-06-30T09:00",
    "20号下午,2026-06-20T14:00",
    "3号,2026-07-03T09:00",
    "3天后,2026-06-19T09:00",
    "两周后,2026-06-30T09:00",
    "半小时后,2026-06-16T10:30",
    "月底,2026-06-30T09:00",
    "下午3点一刻,2026-06-16T15:15",
    "１０：３０,2026-06-16T10:30"
  })
  void chineseIsUnderstood(String text, String expected) {
    assertThat(words.first(text)).contains(at(expected));
  }

  @Test
  void aWeekdayOffersTheWeekAfterToo() {
    assertThat(words.read("thu 1030"))
        .containsExactly(at("2026-06-18T10:30"), at("2026-06-25T10:30"));
  }

  @Test
  void aDateThatCanBeReadTwoWaysOffersBoth() {
    assertThat(words.read("7/8")).containsExactly(at("2026-07-08T09:00"), at("2026-08-07T09:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "hello", "thursdayish", "25:99", "31 feb", "13点99", "周", "99", "明天见"})
  void whatIsNoDateIsRefused(String text) {
    assertThat(words.read(text)).isEmpty();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
