package app.ringbook.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The small sizes of the faults that happen in programs of their own; the large ones are run by
 * {@link Faults}. They wait for those programs most of the time, so some run at once; nothing else
 * runs beside them.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledTest {
  private static final long SEED = 11;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void strangeWorkbooksAreReadOrRefusedInWords() throws Exception {
    Figures figures = Faults.run("poi", 40, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("refused")).isPositive();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void readerThatLetsFailuresThroughIsCaught() throws Exception {
    assertThat(Faults.run("poi", 0, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void killedWhileWorkingNothingAcknowledgedIsLost() throws Exception {
    assertThat(Faults.run("kill9", 5, SEED, "no").breaches()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void killedWhileImportingOnlyWholeBlocksAreThere() throws Exception {
    assertThat(Faults.run("kill9-blocks", 4, SEED, "no").breaches()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void killedWhileImportingASheetItGoesOnAndEndsEqual() throws Exception {
    assertThat(Faults.run("kill9-import", 3, SEED, "no").breaches()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void importThatSaysStoredTooEarlyIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-import", 2, SEED + i, "early");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void killedWhileRecordingAtMostTheLastSecondIsMissing() throws Exception {
    Figures figures = Faults.run("kill9-record", 10, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("looked")).isPositive();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void killedWhileRecordingUnderLockAndKeyAtMostTheLastSecondIsMissing() throws Exception {
    Figures figures = Faults.run("kill9-record-sealed", 5, SEED, "no");
    assertThat(figures.breaches()).isEmpty();
    assertThat(figures.count("looked")).isPositive();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void recorderThatWritesItsHeaderAtTheEndIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-record", 1, SEED + i, "close");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void storeThatTrustsH2AsItComesIsCaught() throws Exception {
    assertThat(Faults.run("kill9", 2, SEED, "plain-h2").breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void storeThatSaysSavedTooEarlyIsCaught() throws Exception {
    Figures figures = new Figures();
    for (int i = 0; i < 6 && figures.breaches().isEmpty(); i++) {
      figures = Faults.run("kill9-blocks", 2, SEED + i, "early");
    }
    assertThat(figures.breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that freezes a program")
  void secondProgramNeverOpensTheSameData() throws Exception {
    assertThat(Faults.run("twice", 3, SEED, "no").breaches()).isEmpty();
    assertThat(Faults.run("twice", 1, SEED, "yes").breaches()).isNotEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void fullDiskIsSaidAndTheOpenProgramGoesOnOnceThereIsRoom() throws Exception {
    Figures figures = Faults.run("diskfull", 1, SEED, "no");
    assumeThat(figures.count("disks")).as("a small disk can be mounted here").isPositive();
    assertThat(figures.breaches()).isEmpty();
    assertThat(Faults.run("diskfull", 1, SEED, "yes").breaches()).isNotEmpty();
  }
}
