package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformTest {
  @TempDir private Path folder;

  @Test
  void theOutlineKeptWhileRecordingIsTheOneOfTheSound() throws IOException {
    Recording recording = record();
    Path kept = PeakFile.beside(recording.file());
    assertThat(kept).exists();
    Waveform beside = Waveform.of(recording.file());
    Files.delete(kept);
    Waveform workedOut = Waveform.of(recording.file());
    assertThat(kept).exists();
    assertThat(beside.peaks()).isEqualTo(workedOut.peaks());
    assertThat(beside.channels()).isEqualTo(2);
  }

  @Test
  void anOutlineThatDoesNotFitIsMadeAgain() throws IOException {
    Recording recording = record();
    Path kept = PeakFile.beside(recording.file());
    byte[] right = Waveform.of(recording.file()).peaks();
    Files.write(kept, new byte[] {1, 2, 3});
    assertThat(Waveform.of(recording.file()).peaks()).isEqualTo(right);
  }

  @Test
  void eachEndHasItsOwnLane() throws IOException {
    Waveform waveform = Waveform.of(record().file());
    float[] near = waveform.lane(0, 6);
    float[] far = waveform.lane(1, 6);
    assertThat(near[0]).isGreaterThan(0.5f);
    assertThat(near[5]).isZero();
    assertThat(far[0]).isZero();
    assertThat(far[5]).isGreaterThan(0.5f);
    assertThat(waveform.quiet(1000)).containsExactly(new Waveform.Quiet(1000, 5000));
  }

  /** A second of the near end, four of nobody, a second of the far end. */
  private Recording record() {
    short[] pcm = new short[2 * 48_000];
    for (int i = 0; i < 8000; i++) {
      pcm[2 * i] = (short) (i % 2 == 0 ? 9000 : -9000);
      pcm[2 * (40_000 + i) + 1] = (short) (i % 2 == 0 ? 9000 : -9000);
    }
    byte[] data = G711.encode(Codec.PCM16, pcm);
    try (CallRecorder recorder = new CallRecorder(() -> folder, new FakeClock())) {
      RecordingInProgress running = recorder.start("k", Codec.PCM16, 2);
      running.append(new AudioBlock(0, Codec.PCM16, 2, 48_000, data));
      return running.finish().orElseThrow();
    }
  }
}
