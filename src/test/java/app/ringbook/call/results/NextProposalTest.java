package app.ringbook.call.results;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.settings.CallSettings;
import app.ringbook.testkit.FakeClock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1-09")
class NextProposalTest {
  /** Tuesday 16 June 2026, 15:00. */
  private final FakeClock clock =
      new FakeClock(Instant.parse("2026-06-16T07:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private final NextProposal next = new NextProposal(() -> CallSettings.DEFAULT, clock);

  @Test
  void theTierSaysHowLong() {
    assertThat(next.after("INTERESTED", "A", null)).contains(at("2026-06-23T02:00:00Z"));
    assertThat(next.after("INTERESTED", "b", null)).contains(at("2026-06-30T02:00:00Z"));
    assertThat(next.after("INTERESTED", "C", null)).contains(at("2026-07-16T02:00:00Z"));
    assertThat(next.after("INTERESTED", null, null)).contains(at("2026-06-30T02:00:00Z"));
    assertThat(next.after("visited the works", "A", null)).contains(at("2026-06-23T02:00:00Z"));
  }

  @Test
  void somethingAskedForIsDueOnTheNextWorkingDay() {
    assertThat(next.after("CALL_BACK", "C", null)).contains(at("2026-06-17T02:00:00Z"));
    clock.set(Instant.parse("2026-06-19T07:00:00Z"));
    assertThat(next.after("SEND_QUOTE", "C", null)).contains(at("2026-06-22T02:00:00Z"));
    assertThat(next.soon()).isEqualTo(at("2026-06-22T02:00:00Z"));
  }

  @Test
  void nobodyIsCalledWhoAskedNotTo() {
    assertThat(next.after("DO_NOT_CALL", "A", null)).isEmpty();
    assertThat(next.after("WRONG_NUMBER", "A", null)).isEmpty();
  }

  @Test
  void whatIsAgreedSoonerStays() {
    Instant agreed = at("2026-06-18T02:00:00Z");
    assertThat(next.after("INTERESTED", "A", agreed)).isEmpty();
    assertThat(next.after("CALL_BACK", "A", agreed)).contains(at("2026-06-17T02:00:00Z"));
    Instant late = at("2026-06-10T02:00:00Z");
    assertThat(next.after("INTERESTED", "A", late)).contains(at("2026-06-23T02:00:00Z"));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
