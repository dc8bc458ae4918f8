package app.ringbook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The small sizes; the large ones are run by {@link Faults}. */
class FaultsTest {
  private static final long SEED = 11;

  @Test
  void strangeWorkbooksAreReadOrRefusedInWords() throws Exception {
    Figures figures = Faults.run("poi", 40, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("refused")).isPositive();
  }

  @Test
  void readerThatLetsFailuresThroughIsCaught() throws Exception {
    assertThat(Faults.run("poi", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void textsInEveryEncodingComeBackEqual() throws Exception {
    assertThat(Faults.run("csv", 200, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("csv", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void onePhoneHasOneKeyInEveryShape() throws Exception {
    assertThat(Faults.run("phones", 500, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("phones", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  void killedWhileWorkingNothingAcknowledgedIsLost() throws Exception {
    assertThat(Faults.run("kill9", 5, SEED, "no").breaches()).isEmpty();
  }

  @Test
  void killedWhileImportingOnlyWholeBlocksAreThere() throws Exception {
    assertThat(Faults.run("kill9-blocks", 4, SEED, "no").breaches()).isEmpty();
  }

  @Test
  void killedWhileImportingASheetItGoesOnAndEndsEqual() throws Exception {
    assertThat(Faults.run("kill9-import", 3, SEED, "no").breaches()).isEmpty();
  }

  @Test
  void importThatSaysStoredTooEarlyIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-import", 2, SEED + i, "early");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  void killedWhileRecordingAtMostTheLastSecondIsMissing() throws Exception {
    Figures figures = Faults.run("kill9-record", 10, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("looked")).isPositive();
  }

  @Test
  void killedWhileRecordingUnderLockAndKeyAtMostTheLastSecondIsMissing() throws Exception {
    Figures figures = Faults.run("kill9-record-sealed", 5, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("looked")).isPositive();
  }

  @Test
  void recorderThatWritesItsHeaderAtTheEndIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-record", 1, SEED + i, "close");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  void storeThatTrustsH2AsItComesIsCaught() throws Exception {
    assertThat(Faults.run("kill9", 2, SEED, "plain-h2").breaches()).isNotEmpty();
  }

  @Test
  void storeThatSaysSavedTooEarlyIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-blocks", 2, SEED + i, "early");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that freezes a program")
  void secondProgramNeverOpensTheSameData() throws Exception {
    assertThat(Faults.run("twice", 3, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("twice", 1, SEED, "yes").breaches()).isNotEmpty();
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
