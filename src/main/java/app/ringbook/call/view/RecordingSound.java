package app.ringbook.call.view;

import java.util.List;

/**
 * A recording that is open for hearing. Methods return at once and may be called on the window's
 * thread; sound comes on a thread of its own.
 */
public interface RecordingSound extends AutoCloseable {

  /** Goes on from the present place. */
  void play();

  /** Stops at the present place. */
  void pause();

  /** Goes to a place, playing or not. */
  void seek(long millis);

  /**
   * How fast it plays.
   *
   * @param factor 0.75 to 2
   */
  void speed(double factor);

  /** Whether pauses of more than a second are skipped. */
  void skipSilence(boolean wanted);

  /**
   * Silences one end of a call recorded in two channels.
   *
   * @param channel 0 for the near end, 1 for the far end
   */
  void mute(int channel, boolean wanted);

  /** Where it is, in milliseconds of the recording. */
  long positionMillis();

  /** How long the recording is. */
  long durationMillis();

  /** True while sound goes on; false again at the end. */
  boolean playing();

  /** Loudness 0 to 1 in even steps, one array a channel (near end first). */
  float[][] lanes();

  /** Where sound is missing, in the order of the recording. */
  List<SoundGap> gaps();

  /** Ends the sound and lets the file go. */
  @Override
  void close();
}
