package app.ringbook.telephony.recorder;

import java.util.Arrays;

/**
 * Plays speech faster or slower at its own pitch (WSOLA: waveform similarity overlap-add, Verhelst
 * and Roelands 1993): pieces of 30 ms are taken from the recording at the wanted pace and laid over
 * one another by 10 ms, each moved by up to 10 ms to where it fits the one before best. Pure; for
 * one thread at a time.
 */
final class TimeStretch {
  /** Samples of a piece that are handed out: 20 ms. */
  static final int OUT = 160;

  private static final int OVERLAP = 80;
  private static final int SEARCH = 80;

  /** Samples needed from the place of a piece on. */
  static final int NEEDED = SEARCH + OUT + OVERLAP;

  private short[] tail = new short[0];

  /** Forgets the piece before: the next one starts somewhere else. */
  void reset() {
    tail = new short[0];
  }

  /**
   * The next 20 ms.
   *
   * @param pcm the recording from the wanted place on, {@link #NEEDED} samples if it has so many
   */
  short[] next(short[] pcm) {
    short[] in = pcm.length == NEEDED ? pcm : Arrays.copyOf(pcm, NEEDED);
    int shift = tail.length == 0 ? 0 : bestShift(in);
    short[] out = Arrays.copyOfRange(in, shift, shift + OUT);
    for (int i = 0; i < tail.length; i++) {
      out[i] = (short) ((tail[i] * (OVERLAP - i) + out[i] * i) / OVERLAP);
    }
    tail = Arrays.copyOfRange(in, shift + OUT, shift + OUT + OVERLAP);
    return out;
  }

  private int bestShift(short[] in) {
    int best = 0;
    double bestFit = Double.NEGATIVE_INFINITY;
    for (int shift = 0; shift <= SEARCH; shift += 2) {
      double product = 0;
      double energy = 1;
      for (int i = 0; i < OVERLAP; i += 2) {
        product += (double) tail[i] * in[shift + i];
        energy += (double) in[shift + i] * in[shift + i];
      }
      double fit = product / Math.sqrt(energy);
      if (fit > bestFit) {
        bestFit = fit;
        best = shift;
      }
    }
    return best;
  }
}
