package app.ringbook.spreadsheet.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-06-15 | DAY_FIRST | 2026-06-15T09:00 | false",
        "2026/6/15 14:30 | DAY_FIRST | 2026-06-15T14:30 | false",
        "2026年6月15日 | DAY_FIRST | 2026-06-15T09:00 | false",
        "15.06.26 | DAY_FIRST | 2026-06-15T09:00 | true",
        "26.06.15 | YEAR_FIRST | 2026-06-15T09:00 | true",
        "06/07/2026 | DAY_FIRST | 2026-07-06T09:00 | true",
        "06/07/2026 | MONTH_FIRST | 2026-06-07T09:00 | true",
        "15/06/2026 | MONTH_FIRST | 2026-06-15T09:00 | false",
        "June 12 | DAY_FIRST | 2026-06-12T09:00 | true",
        "12 Jun 2026 | DAY_FIRST | 2026-06-12T09:00 | false",
        "6月15日 | DAY_FIRST | 2026-06-15T09:00 | true",
        "2026-06-15T10:30 | DAY_FIRST | 2026-06-15T10:30 | false",
        "2026-06-15T10:30:00Z | DAY_FIRST | 2026-06-15T18:30 | false",
      })
  void datesAreReadInTheOrdersOfTheWorld(
      String text, DateOrder order, String moment, boolean doubtful) {
    DateReader.Read read = DateReader.read(text, order, TODAY, ZONE).orElseThrow();
    assertThat(read.moment().toString()).isEqualTo(moment);
    assertThat(read.doubtful()).isEqualTo(doubtful);
  }

  @Test
  void whatIsNoDateIsNotGuessed() {
    for (String text : new String[] {"soon", "30.02.2026", "2026-13-45", "12", "1/1/1", "", "下周"}) {
      assertThat(DateReader.read(text, DateOrder.DAY_FIRST, TODAY, ZONE)).as(text).isEmpty();
    }
  }
}
