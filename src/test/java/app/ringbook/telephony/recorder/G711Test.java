package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Codec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

  @ParameterizedTest
  @EnumSource(
      value = Codec.class,
      names = {"ALAW", "ULAW"})
  void decodesAsTheJdkDoes(Codec codec) throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(G711.decode(codec, all, 0, all.length)).containsExactly(jdk(codec, all));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void encodingWhatWasDecodedGivesTheSameSound(Codec codec) {
    for (int code = 0; code < 65536; code++) {
      byte[] sample = {(byte) code, (byte) (code >> 8)};
      byte[] one = codec == Codec.PCM16 ? sample : new byte[] {(byte) code};
      short[] pcm = G711.decode(codec, one, 0, one.length);
      assertThat(G711.decode(codec, G711.encode(codec, pcm), 0, one.length)).containsExactly(pcm);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Codec.class,
      names = {"ALAW", "ULAW"})
  void encodesEverySampleToANearOne(Codec codec) {
    for (int pcm = -32768; pcm <= 32767; pcm += 7) {
      byte[] code = G711.encode(codec, new short[] {(short) pcm});
      int back = G711.decode(codec, code, 0, 1)[0];
      assertThat(Math.abs(back - pcm)).as("%d", pcm).isLessThanOrEqualTo(16 + Math.abs(pcm) / 25);
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void silenceIsQuiet(Codec codec) {
    byte[] two = {codec.silence(), codec.silence()};
    assertThat(Math.abs(G711.sample(codec, two, 0))).isLessThanOrEqualTo((short) 8);
  }

  private static short[] jdk(Codec codec, byte[] data) throws IOException {
    AudioFormat.Encoding encoding =
        codec == Codec.ALAW ? AudioFormat.Encoding.ALAW : AudioFormat.Encoding.ULAW;
    AudioFormat from = new AudioFormat(encoding, 8000, 8, 1, 1, 8000, false);
    AudioFormat to = new AudioFormat(8000, 16, 1, true, false);
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(
            to, new AudioInputStream(new ByteArrayInputStream(data), from, data.length))) {
      short[] pcm = new short[data.length];
      ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(pcm);
      return pcm;
    }
  }
}
