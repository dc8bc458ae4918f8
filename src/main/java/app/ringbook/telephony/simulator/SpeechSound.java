package app.ringbook.telephony.simulator;

import app.ringbook.telephony.Codec;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Sound for simulated calls as A-law samples: made like speech (syllables of a few harmonics with
 * pauses, two voices in turn) or taken from a file. Nothing is random: the same place always sounds
 * the same, so that a recording can be compared with what was sent.
 */
public final class SpeechSound {
  private static final int SYLLABLE = Codec.SAMPLE_RATE / 5;
  private static final int PHRASE = 12;

  private SpeechSound() {}

  /**
   * Samples of a made-up talk.
   *
   * @param channel 0 near end, 1 far end; they speak in turn
   * @param first index of the first sample
   */
  public static byte[] made(int channel, long first, int samples) {
    byte[] out = new byte[samples];
    for (int i = 0; i < samples; i++) {
      out[i] = alaw(sample(channel, first + i));
    }
    return out;
  }

  /** All samples of a sound file, one channel at 8 kHz. */
  public static byte[] ofFile(Path file) throws IOException {
    AudioFormat linear = new AudioFormat(Codec.SAMPLE_RATE, 16, 1, true, false);
    try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile());
        AudioInputStream pcm = AudioSystem.getAudioInputStream(linear, raw)) {
      byte[] bytes = pcm.readAllBytes();
      byte[] out = new byte[bytes.length / 2];
      for (int i = 0; i < out.length; i++) {
        out[i] = alaw((short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8));
      }
      return out;
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new IOException("This sound file cannot be read: " + file, e);
    }
  }

  /** ITU-T G.711 A-law of a 16-bit sample. */
  static byte alaw(int sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = Math.min(32_635, sample >= 0 ? sample : ~sample) >> 3;
    int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, magnitude)) - 4);
    int mantissa = exponent == 0 ? magnitude >> 1 : magnitude >> exponent;
    return (byte) ((sign | (exponent << 4) | (mantissa & 0x0F)) ^ 0x55);
  }

  private static int sample(int channel, long index) {
    long syllable = index / SYLLABLE;
    long phrase = syllable / PHRASE;
    boolean speaks = phrase % 2 == channel && syllable % PHRASE < PHRASE - 2;
    if (!speaks) {
      return 0;
    }
    double t = (double) index / Codec.SAMPLE_RATE;
    double within = (double) (index % SYLLABLE) / SYLLABLE;
    double envelope = Math.sin(Math.PI * within);
    double pitch = (channel == 0 ? 120 : 190) * (1 + 0.05 * (syllable % 5));
    double voice =
        Math.sin(2 * Math.PI * pitch * t)
            + 0.6 * Math.sin(2 * Math.PI * 3 * pitch * t)
            + 0.3 * Math.sin(2 * Math.PI * (6 + syllable % 4) * pitch * t);
    return (int) (7_000 * envelope * voice);
  }
}
