package app.ringbook.telephony;

/** How a sound sample is written. All run at {@link #SAMPLE_RATE} samples a second and channel. */
public enum Codec {
  /** ITU-T G.711 mu-law, one byte a sample. */
  ULAW(1, (byte) 0xFF),
  /** ITU-T G.711 A-law, one byte a sample. */
  ALAW(1, (byte) 0xD5),
  /** Signed 16-bit linear, little-endian. */
  PCM16(2, (byte) 0);

  /** Samples a second of one channel. */
  public static final int SAMPLE_RATE = 8000;

  private final int bytesPerSample;
  private final byte silence;

  Codec(int bytesPerSample, byte silence) {
    this.bytesPerSample = bytesPerSample;
    this.silence = silence;
  }

  /** Bytes one sample of one channel takes. */
  public int bytesPerSample() {
    return bytesPerSample;
  }

  /** The byte that fills silence. */
  public byte silence() {
    return silence;
  }
}
