package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.FileKey;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outline of a recording: how loud each channel is in every 20 ms. Immutable in effect.
 *
 * @param channels 1, or 2 for near and far end
 * @param peaks for each 20 ms the loudest sample of each channel in turn, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // read once, drawn, never compared
public record Waveform(int channels, byte[] peaks) {
  /** How much of the recording one step stands for. */
  public static final int STEP_MILLIS = 1000 * PeakFile.FRAMES / Codec.SAMPLE_RATE;

  private static final Logger LOG = LoggerFactory.getLogger(Waveform.class);
  private static final int CHUNK_FRAMES = 50 * PeakFile.FRAMES;
  private static final double FLOOR_DB = 48;

  /** A stretch of the recording in which nobody speaks, from (inclusive) to (exclusive). */
  public record Quiet(long fromMillis, long toMillis) {}

  /**
   * Reads the outline from beside the recording or, if it is not there or does not fit, works it
   * out from the sound (an hour takes about a second).
   *
   * @throws IOException if the recording cannot be read
   */
  public static Waveform of(Path recording) throws IOException {
    return of(recording, Sealing.NONE);
  }

  /** As {@link #of(Path)}, of a recording that may be sealed. */
  public static Waveform of(Path recording, Sealing sealing) throws IOException {
    FileKey key = SoundBytes.sealed(recording) ? sealing.of(recording) : null;
    try (WavFile wav = WavFile.open(recording, sealing)) {
      long steps = (wav.frames() + PeakFile.FRAMES - 1) / PeakFile.FRAMES;
      Path kept = PeakFile.beside(recording);
      byte[] bytes = PeakFile.read(kept, key);
      byte[] head = PeakFile.head(wav.channels());
      boolean fits =
          bytes.length == head.length + steps * wav.channels()
              && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
      return fits
          ? new Waveform(wav.channels(), Arrays.copyOfRange(bytes, head.length, bytes.length))
          : kept(kept, head, workedOut(wav, (int) steps), key);
    }
  }

  /** Written beside the recording for the next time; where that fails it is worked out again. */
  private static Waveform kept(Path file, byte[] head, Waveform waveform, @Nullable FileKey key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(waveform.peaks);
    try {
      PeakFile.write(file, bytes.toByteArray(), key);
    } catch (IOException e) {
      LOG.debug("No outline is kept in {}", file, e);
    }
    return waveform;
  }

  /** Steps in all. */
  public int steps() {
    return peaks.length / channels;
  }

  /** The loudest sample of a step, 0 to 1. */
  public double peak(int channel, int step) {
    return (peaks[step * channels + channel] & 0xFF) / 255.0;
  }

  /**
   * The outline in fewer steps, as the ear hears it: 0 for silence or 48 dB below full scale, 1 for
   * full scale.
   *
   * @param count steps to draw, at least 1
   */
  public float[] lane(int channel, int count) {
    float[] lane = new float[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * steps() / count);
      int to = Math.max(from + 1, (int) ((long) (i + 1) * steps() / count));
      double loudest = 0;
      for (int step = from; step < Math.min(to, steps()); step++) {
        loudest = Math.max(loudest, peak(channel, step));
      }
      lane[i] =
          loudest <= 0 ? 0 : (float) Math.clamp(1 + 20 * Math.log10(loudest) / FLOOR_DB, 0, 1);
    }
    return lane;
  }

  /** Stretches of at least so many milliseconds in which no channel is louder than a whisper. */
  public List<Quiet> quiet(long leastMillis) {
    List<Quiet> found = new ArrayList<>();
    int from = 0;
    for (int step = 0; step <= steps(); step++) {
      if (step == steps() || loud(step)) {
        if ((long) (step - from) * STEP_MILLIS >= leastMillis) {
          found.add(new Quiet((long) from * STEP_MILLIS, (long) step * STEP_MILLIS));
        }
        from = step + 1;
      }
    }
    return found;
  }

  private boolean loud(int step) {
    for (int channel = 0; channel < channels; channel++) {
      // 2 % of full scale, about 34 dB below it: above the noise of a telephone line.
      if (peak(channel, step) > 0.02) {
        return true;
      }
    }
    return false;
  }

  private static Waveform workedOut(WavFile wav, int steps) throws IOException {
    byte[] peaks = new byte[steps * wav.channels()];
    for (long at = 0; at < wav.frames(); at += CHUNK_FRAMES) {
      short[] pcm = wav.read(at, CHUNK_FRAMES);
      for (int i = 0; i < pcm.length; i++) {
        long step = (at + i / wav.channels()) / PeakFile.FRAMES;
        int slot = (int) step * wav.channels() + i % wav.channels();
        int peak = Math.min(255, Math.abs(pcm[i]) >> 7);
        peaks[slot] = (byte) Math.max(peaks[slot] & 0xFF, peak);
      }
    }
    return new Waveform(wav.channels(), peaks);
  }
}
