package app.ringbook.call.care;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.recorder.RecordingFolder;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoomLeftTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private static RecordingFolder.Space space(long free, int days, long bytesADay) {
    TreeMap<LocalDate, Long> all = new TreeMap<>();
    for (int day = 0; day < days; day++) {
      all.put(TODAY.minusDays(day), bytesADay);
    }
    return new RecordingFolder.Space(days, days * bytesADay, free, all);
  }

  @Test
  void monthsFollowTheGrowthOfTheDaysThereAre() {
    assertThat(RoomLeft.months(space(1_000_000, 10, 1_000), 0, TODAY)).hasValue(32);
    assertThat(RoomLeft.months(space(1_000_000, 200, 1_000), 0, TODAY)).hasValue(32);
  }

  @Test
  void whatMustStayFreeIsNotCounted() {
    assertThat(RoomLeft.months(space(1_000_000, 30, 1_000), 900_000, TODAY)).hasValue(3);
    assertThat(RoomLeft.months(space(1_000, 30, 1_000), 900_000, TODAY)).hasValue(0);
  }

  @Test
  void nothingIsToldFromFewerThanSevenDaysOrNothingLately() {
    assertThat(RoomLeft.months(space(1_000_000, 6, 1_000), 0, TODAY)).isEmpty();
    assertThat(RoomLeft.months(space(1_000_000, 0, 0), 0, TODAY)).isEmpty();
    assertThat(RoomLeft.months(space(1_000_000, 30, 1_000), 0, TODAY.plusDays(200))).isEmpty();
  }

  @Test
  void farAheadIsCut() {
    assertThat(RoomLeft.months(space(Long.MAX_VALUE, 30, 1), 0, TODAY))
        .hasValue(RoomLeft.MOST_MONTHS);
  }
}
