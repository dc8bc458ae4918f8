package app.ringbook.telephony.driver.x800;

/**
 * One frame of the profile (section Frame).
 *
 * @param type see {@link X800Type}
 * @param flags see the constants
 * @param line 0 for the kit, lines from 1
 * @param seq 0..65535, one up for each new frame of a direction
 * @param deviceMillis unsigned 32 bit: milliseconds since the kit's start at the event, 0 from the
 *     host
 * @param payload at most {@link #LONGEST_PAYLOAD} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made by the codec and never compared
record X800Frame(int type, int flags, int line, int seq, long deviceMillis, byte[] payload) {
  /** The receiver is to answer with ACK. */
  static final int ACK_WANTED = 1;

  /** The frame was sent before, with the same sequence number. */
  static final int RESENT = 2;

  /** Comes from the kit's memory. */
  static final int STORED = 4;

  /** The kit's clock is not set. */
  static final int CLOCK_UNSET = 8;

  static final int LONGEST_PAYLOAD = 1024;
  static final int HEADER = 16;
  static final int OVERHEAD = 18;

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  X800Reader reader() {
    return new X800Reader(payload);
  }
}
