package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Worker;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording open for hearing: play, pause, go anywhere, faster or slower at the same pitch, each
 * end of the call alone, without the pauses. On a machine without a sound device time passes and
 * nothing is heard; {@link #audible} says so.
 *
 * <p>Safe for any thread and never waits, so the window's thread may call it; sound comes from a
 * thread of its own.
 */
public final class Playback implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Playback.class);
  private static final Duration TICK = Duration.ofMillis(20);

  /** Shorter pauses belong to speaking and are never skipped. */
  private static final long LEAST_QUIET_MILLIS = 1200;

  private static final long QUIET_LEFT_MILLIS = 300;

  private final WavFile wav;
  private final Waveform waveform;
  private final List<Waveform.Quiet> quiet;
  private final AudioOutput output;
  private final TimeStretch stretch = new TimeStretch();
  private final Worker worker = new Worker("playback");
  private double next;
  private double speed = 1;
  private boolean playing;
  private boolean moved;
  private boolean running;
  private boolean skipQuiet;
  private final boolean[] muted;
  private boolean closed;
  private long handedOver;

  /**
   * Opens a recording at its start; reads its outline, so on a background thread.
   *
   * @throws IOException if it is missing or cannot be played
   */
  public static Playback open(Path recording, AppClock clock) throws IOException {
    return open(recording, Sealing.NONE, clock);
  }

  /** As {@link #open(Path, AppClock)}, of a recording that may be sealed: opened in memory only. */
  public static Playback open(Path recording, Sealing sealing, AppClock clock) throws IOException {
    AudioOutput output = SoundCard.open().orElseGet(() -> new SilentOutput(clock));
    Playback playback = new Playback(recording, sealing, output);
    playback.worker.every(TICK, playback::tick);
    return playback;
  }

  /** With another output and no thread of its own: whoever made it calls {@link #tick}. */
  Playback(Path recording, AudioOutput output) throws IOException {
    this(recording, Sealing.NONE, output);
  }

  private Playback(Path recording, Sealing sealing, AudioOutput output) throws IOException {
    this.output = output;
    waveform = Waveform.of(recording, sealing);
    quiet = waveform.quiet(LEAST_QUIET_MILLIS);
    wav = WavFile.open(recording, sealing);
    if (wav.sampleRate() != Codec.SAMPLE_RATE) {
      wav.close();
      throw new IOException(recording + " has " + wav.sampleRate() + " Hz");
    }
    muted = new boolean[wav.channels()];
  }

  /** False where the machine has no sound device and nothing can be heard. */
  public boolean audible() {
    return output.audible();
  }

  /** The outline of the recording. */
  public Waveform waveform() {
    return waveform;
  }

  /** Goes on from the present place; at the end, from the start. */
  public synchronized void play() {
    if (next >= wav.frames()) {
      next = 0;
    }
    playing = true;
  }

  /** Stops at the present place. */
  public synchronized void pause() {
    moveTo(heard());
    playing = false;
  }

  /** Goes to a place, playing or not; places outside the recording are its ends. */
  public synchronized void seek(long millis) {
    moveTo(Math.clamp(millis, 0, durationMillis()) * (double) Codec.SAMPLE_RATE / 1000);
  }

  /**
   * How fast it plays.
   *
   * @param factor 0.5 to 3; 1 is as it was spoken
   */
  public synchronized void speed(double factor) {
    moveTo(heard());
    speed = Math.clamp(factor, 0.5, 3);
  }

  /** Whether pauses of more than a second are skipped. */
  public synchronized void skipQuiet(boolean wanted) {
    skipQuiet = wanted;
  }

  /** Silences one end of a two-channel recording. */
  public synchronized void mute(int channel, boolean wanted) {
    if (channel < muted.length) {
      muted[channel] = wanted;
    }
  }

  /** Where it is, as heard; the window asks as often as it draws. */
  public synchronized long positionMillis() {
    return closed ? 0 : Math.round(heard() * 1000 / wav.sampleRate());
  }

  /** Samples handed to the sound device so far, heard or not. */
  public synchronized long handedOver() {
    return handedOver;
  }

  /** How long the recording is. */
  public long durationMillis() {
    return wav.millis();
  }

  /** True while sound goes on; false again at the end. */
  public synchronized boolean playing() {
    return playing;
  }

  /** Ends the sound and lets the file go. */
  @Override
  public void close() {
    worker.execute(
        () -> {
          synchronized (this) {
            playing = false;
            closed = true;
            output.close();
            try {
              wav.close();
            } catch (IOException e) {
              LOG.warn("A recording could not be closed", e);
            }
          }
        });
    worker.end();
  }

  /** Does what was asked for, and feeds the output as far as it takes more without waiting. */
  synchronized void tick() {
    if (closed) {
      return;
    }
    if (moved && running) {
      stopOutput();
    }
    moved = false;
    if (playing) {
      feedAll();
    }
  }

  private void feedAll() {
    if (!running) {
      output.start();
      running = true;
      stretch.reset();
    }
    try {
      while (output.writable() >= TimeStretch.OUT && next < wav.frames()) {
        feed();
      }
    } catch (IOException e) {
      LOG.error("A recording could not be read on", e);
      next = wav.frames();
    }
    if (next >= wav.frames() && output.buffered() == 0) {
      playing = false;
      stopOutput();
    }
  }

  private void feed() throws IOException {
    long here = (long) next;
    if (skipQuiet) {
      here = pastQuiet(here);
      next = Math.max(next, (double) here);
    }
    if (speed == 1) {
      short[] pcm = mixed(here, TimeStretch.OUT);
      write(pcm);
      next = here + pcm.length;
      stretch.reset();
    } else {
      write(stretch.next(mixed(here, TimeStretch.NEEDED)));
      next = Math.min((double) wav.frames(), next + TimeStretch.OUT * speed);
    }
  }

  private void write(short[] pcm) {
    output.write(pcm);
    handedOver += pcm.length;
  }

  /** Both ends as one, without the muted one. */
  private short[] mixed(long from, int count) throws IOException {
    short[] pcm = wav.read(from, count);
    int channels = wav.channels();
    short[] mono = new short[pcm.length / channels];
    for (int i = 0; i < mono.length; i++) {
      int sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += muted[c] ? 0 : pcm[i * channels + c];
      }
      mono[i] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return mono;
  }

  private long pastQuiet(long frame) {
    long millis = frame * 1000 / wav.sampleRate();
    for (Waveform.Quiet pause : quiet) {
      long from = pause.fromMillis() + QUIET_LEFT_MILLIS;
      long to = pause.toMillis() - QUIET_LEFT_MILLIS;
      if (millis >= from && millis < to) {
        return to * wav.sampleRate() / 1000;
      }
    }
    return frame;
  }

  /** The place that is heard now: what was read, less what still waits in the output. */
  private double heard() {
    double waiting = running && !moved ? output.buffered() * speed : 0;
    return Math.max(0, next - waiting);
  }

  private void moveTo(double frame) {
    next = frame;
    moved = true;
  }

  private void stopOutput() {
    output.stop();
    running = false;
  }
}
