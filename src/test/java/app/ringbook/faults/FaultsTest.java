package app.ringbook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The small sizes of the faults that happen in this program; see {@link KilledTest} for others. */
class FaultsTest {
  private static final long SEED = 11;

  @Test
  void textsInEveryEncodingComeBackEqual() throws Exception {
    assertThat(Faults.run("csv", 200, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("csv", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void aBackupPutIntoANewFolderIsTheBookOfThatMoment() throws Exception {
    assertThat(Faults.run("restore", 1, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("restore", 1, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void onePhoneHasOneKeyInEveryShape() throws Exception {
    assertThat(Faults.run("phones", 500, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("phones", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void interruptsCloseNothing() throws Exception {
    assertThat(Faults.run("interrupt", 40, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("interrupt", 100, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void anyFramesAreSurvivedAndTheNextCallIsHeard() throws Exception {
    Figures figures = Faults.run("serial-fuzz", 5_000, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("calls")).isPositive();
  }

  @Test
  void driverThatGoesDeafIsCaught() throws Exception {
    assertThat(Faults.run("serial-fuzz", 3_000, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
  void floodedLineStaysSmallAndTellsTheGoodCall() throws Exception {
    Figures figures = Faults.run("serial-flood", 2, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("goodCalls")).isPositive();
    assertThat(Faults.run("serial-flood", 1, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
  void pulledPlugLeavesARecordingThatPlays() throws Exception {
    Figures figures = Faults.run("unplug", 2, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("playable")).isEqualTo(2);
    assertThat(Faults.run("unplug", 2, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
  void noSampleIsLostOnTheWay() throws Exception {
    assertThat(Faults.run("serial-audio", 2, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("serial-audio", 2, SEED, "yes").breaches()).isNotEmpty();
  }
}
