package app.ringbook.telephony.sound;

import app.ringbook.telephony.Codec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A microphone or line input of this machine, such as a USB adapter on the telephone line. Devices
 * that do not offer 8 kHz are read at 48 kHz, six samples made one behind a low-pass filter.
 */
public final class SoundDevice implements AudioSource {
  private static final Logger LOG = LoggerFactory.getLogger(SoundDevice.class);
  private static final int BUFFER_SECONDS = 2;

  /** Low-pass at about 3.4 kHz for 48 kHz: a windowed sinc of 48 taps, made once. */
  private static final double[] FILTER = filter(48, 3_400.0 / 48_000);

  private final String name;
  private @Nullable TargetDataLine line;
  private int factor = 1;
  private final double[] history = new double[FILTER.length];
  private int place;
  private int phase;

  /**
   * @param name as {@link #names} gave it
   */
  public SoundDevice(String name) {
    this.name = name;
  }

  /** Devices that sound can come from, by the names the system gives them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (AudioSystem.getMixer(info).isLineSupported(new DataLine.Info(TargetDataLine.class, null))
          && !names.contains(info.getName())) {
        names.add(info.getName());
      }
    }
    return names;
  }

  @Override
  public void start() throws IOException {
    stop();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (info.getName().equals(name) && opened(AudioSystem.getMixer(info))) {
        return;
      }
    }
    throw new IOException("the sound device " + name + " is not there or is in use");
  }

  private boolean opened(Mixer mixer) {
    for (int times : new int[] {1, 6}) {
      AudioFormat format = new AudioFormat(Codec.SAMPLE_RATE * times, 16, 1, true, false);
      DataLine.Info wanted = new DataLine.Info(TargetDataLine.class, format);
      if (mixer.isLineSupported(wanted)) {
        try {
          TargetDataLine opening = (TargetDataLine) mixer.getLine(wanted);
          opening.open(format, Codec.SAMPLE_RATE * times * 2 * BUFFER_SECONDS);
          opening.start();
          factor = times;
          line = opening;
          return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
          LOG.info("{} does not open with {} Hz: {}", name, format.getSampleRate(), e.getMessage());
        }
      }
    }
    return false;
  }

  @Override
  public int read(short[] samples) {
    TargetDataLine open = line;
    if (open == null) {
      return 0;
    }
    int frames = Math.min(open.available() / 2, samples.length * factor);
    byte[] bytes = new byte[frames * 2];
    int count = frames == 0 ? 0 : open.read(bytes, 0, bytes.length) / 2;
    short[] wide = new short[count];
    for (int i = 0; i < count; i++) {
      wide[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8));
    }
    return factor == 1 ? copied(wide, samples) : narrowed(wide, samples);
  }

  private static int copied(short[] from, short[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
    return from.length;
  }

  /** Every sixth sample behind the filter. */
  int narrowed(short[] wide, short[] samples) {
    int made = 0;
    for (short sample : wide) {
      history[place] = sample;
      place = (place + 1) % history.length;
      phase++;
      if (phase == 6) {
        phase = 0;
        double sum = 0;
        for (int i = 0; i < FILTER.length; i++) {
          sum += FILTER[i] * history[(place + i) % history.length];
        }
        samples[made++] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
      }
    }
    return made;
  }

  @Override
  public void stop() {
    TargetDataLine open = line;
    line = null;
    if (open != null) {
      open.stop();
      open.close();
    }
  }

  private static double[] filter(int taps, double cutOff) {
    double[] filter = new double[taps];
    double sum = 0;
    for (int i = 0; i < taps; i++) {
      double x = i - (taps - 1) / 2.0;
      double sinc = Math.sin(2 * Math.PI * cutOff * x) / (Math.PI * x);
      double window = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (taps - 1));
      filter[i] = sinc * window;
      sum += filter[i];
    }
    for (int i = 0; i < taps; i++) {
      filter[i] /= sum;
    }
    return filter;
  }
}
