package app.ringbook.telephony.sound;

import java.io.IOException;

/**
 * Where sound comes from: 8000 samples a second, 16 bits, one channel. Used by one thread at a
 * time, that of the kit's link; nothing here waits.
 */
public interface AudioSource {

  /**
   * Begins to listen; what came before is dropped.
   *
   * @throws IOException if the device is gone, busy or not allowed
   */
  void start() throws IOException;

  /**
   * Takes what came since the last call.
   *
   * @return samples written to the array, 0 if none came
   */
  int read(short[] samples);

  /** Ends listening and lets the device go; may be called twice. */
  void stop();
}
