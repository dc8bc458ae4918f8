package app.ringbook.telephony.recorder.level;

/**
 * Tells a dead cable from people who are quiet. A live telephone line is never silent: it hums, and
 * who lifts the handset hears a tone. Three seconds of samples that never leave the level of a
 * silent codec raise the alarm; the first louder sample ends it for good, so that a pause in a talk
 * is no alarm. Time is counted in samples. For one thread.
 */
public final class SilenceAlarm {
  /** How long nothing must be heard. */
  public static final int SECONDS = 3;

  /**
   * The loudest sample of a dead line: A-law and mu-law write silence as 8 or less, and one step of
   * their scale is below this. A live line's hum is at least four times louder.
   */
  static final int DEAD = 24;

  private final int patience;
  private long quiet;
  private boolean alive;

  /**
   * @param sampleRate samples a second of one channel
   */
  public SilenceAlarm(int sampleRate) {
    patience = SECONDS * sampleRate;
  }

  /**
   * The next samples, the channels in turn.
   *
   * @return whether the recording is silent
   */
  public boolean heard(short[] pcm, int channels) {
    if (alive) {
      return false;
    }
    for (short sample : pcm) {
      if (Math.abs(sample) > DEAD) {
        alive = true;
        return false;
      }
    }
    quiet += pcm.length / channels;
    return quiet >= patience;
  }
}
