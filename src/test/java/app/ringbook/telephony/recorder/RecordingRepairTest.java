package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingRepairTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"ALAW,1,801", "PCM16,2,3203", "ULAW,2,1600"})
  void aFileCutAnywherePlaysUpToItsLastWholeSample(Codec codec, int channels, int bytes)
      throws IOException {
    Sound sound = new Sound(codec, channels, 2000);
    WavFormat format = new WavFormat(codec, channels);
    Path part = left("a", format.header(0), sound.bytes(), bytes);

    List<Recording> repaired = RecordingRepair.repair(folder);

    assertThat(repaired).hasSize(1);
    Recording one = repaired.getFirst();
    int frames = bytes / format.frameBytes();
    assertThat(one.relativePath()).isEqualTo("2026-11/a.wav");
    try (WavFile wav = WavFile.open(one.file())) {
      assertThat(wav.readBytes(0, 99999)).isEqualTo(sound.bytes(0, frames));
    }
    assertThat(part).doesNotExist();
    assertThat(RecordingRepair.repair(folder)).isEmpty();
  }

  @Test
  void aCrashBetweenPadAndRenameAddsNoSample() throws IOException {
    Sound sound = new Sound(Codec.ALAW, 1, 802);
    left("a", new WavFormat(Codec.ALAW, 1).header(801), sound.bytes(), 802);
    Recording one = RecordingRepair.repair(folder).getFirst();
    try (WavFile wav = WavFile.open(one.file())) {
      assertThat(wav.frames()).isEqualTo(801);
    }
  }

  @Test
  void theGapsNotedBesideTheFileAreKept() throws IOException {
    Sound sound = new Sound(Codec.ALAW, 1, 8000);
    Path part = left("a", new WavFormat(Codec.ALAW, 1).header(160), sound.bytes(), 8000);
    Files.writeString(RecordingRepair.gapsBeside(part), "s160+800");
    Recording one = RecordingRepair.repair(folder).getFirst();
    assertThat(one.lostMillis()).isEqualTo(100);
    assertThat(one.gaps()).containsExactly(new Gap(160, 800, Gap.Kind.SILENCE));
  }

  @Test
  void anEmptyOneIsCleanedAwayAndADamagedOneIsLeft() throws IOException {
    WavFormat format = new WavFormat(Codec.ALAW, 1);
    Path empty = left("empty", format.header(0), new byte[0], 0);
    Path damaged = left("damaged", ByteBuffer.allocate(58), new byte[100], 100);
    assertThat(RecordingRepair.repair(folder)).isEmpty();
    assertThat(empty).doesNotExist();
    assertThat(damaged).exists();
  }

  @Test
  void aFolderThatIsNotThereHasNothingToRepair() {
    assertThat(RecordingRepair.repair(folder.resolve("none"))).isEmpty();
  }

  private Path left(String name, ByteBuffer header, byte[] bytes, int length) throws IOException {
    Path part = Files.createDirectories(folder.resolve("2026-11")).resolve(name + ".wav.part");
    byte[] all = new byte[header.limit() + length];
    header.get(0, all, 0, header.limit());
    System.arraycopy(bytes, 0, all, header.limit(), length);
    return Files.write(part, all);
  }
}
