package app.ringbook.telephony.recorder;

/** Where sound is played: 16-bit samples at 8 kHz, one channel. For one thread at a time. */
interface AudioOutput extends AutoCloseable {

  /** False where the machine has no sound device: time passes, nothing is heard. */
  boolean audible();

  /** Samples that can be written now without waiting. */
  int writable();

  /** Samples written and not yet heard. */
  int buffered();

  /** Plays more samples; no more than {@link #writable}. */
  void write(short[] pcm);

  /** Goes on. */
  void start();

  /** Stops at once and forgets what was not heard. */
  void stop();

  @Override
  void close();
}
