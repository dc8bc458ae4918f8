package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's sound device. Some devices do not take 8 kHz: those get 48 kHz, each sample six
 * times with straight lines between, which is enough for a telephone's voice.
 */
final class SoundCard implements AudioOutput {
  private static final Logger LOG = LoggerFactory.getLogger(SoundCard.class);
  private static final int BUFFER_MILLIS = 200;
  private final SourceDataLine line;
  private final int factor;
  private short last;

  private SoundCard(SourceDataLine line, int factor) {
    this.line = line;
    this.factor = factor;
  }

  /** Opens the device; empty if there is none or none that is free. */
  static Optional<AudioOutput> open() {
    for (int factor : new int[] {1, 6}) {
      int rate = Codec.SAMPLE_RATE * factor;
      try {
        SourceDataLine line =
            AudioSystem.getSourceDataLine(new AudioFormat(rate, 16, 1, true, false));
        line.open(line.getFormat(), 2 * rate * BUFFER_MILLIS / 1000);
        return Optional.of(new SoundCard(line, factor));
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
        LOG.info("No sound output with {} Hz: {}", rate, e.getMessage());
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean audible() {
    return true;
  }

  @Override
  public int writable() {
    return line.available() / (2 * factor);
  }

  @Override
  public int buffered() {
    return (line.getBufferSize() - line.available()) / (2 * factor);
  }

  @Override
  public void write(short[] pcm) {
    byte[] out = new byte[pcm.length * factor * 2];
    int at = 0;
    for (short sample : pcm) {
      for (int i = 1; i <= factor; i++) {
        int between = last + (sample - last) * i / factor;
        out[at++] = (byte) between;
        out[at++] = (byte) (between >> 8);
      }
      last = sample;
    }
    line.write(out, 0, out.length);
  }

  @Override
  public void start() {
    line.start();
  }

  @Override
  public void stop() {
    line.stop();
    line.flush();
  }

  @Override
  public void close() {
    line.close();
  }
}
