package app.ringbook.telephony.driver.voicemodem;

/**
 * Parts what a modem sends into plain bytes, events and complex events. Keeps its state across
 * reads: an escape may be the last byte of one. Holds no bytes itself.
 */
final class DleDecoder {
  /** A complex event is never longer; what seems to be, was noise. */
  private static final int LONGEST_COMPLEX = 600;

  private final Sink sink;
  private boolean escaped;
  private int complexBytes = -1;
  private long unknown;

  /** Takes the parts. */
  interface Sink {
    /** A byte of text or, while sound is received, of sound. */
    void plain(byte value);

    /** A simple event, one of the known ones. */
    void event(char code);

    /** A byte of a complex event. */
    void complex(byte value);

    /** The complex event is over. */
    void complexEnd();

    /** The voice stream is over. */
    void streamEnd();
  }

  DleDecoder(Sink sink) {
    this.sink = sink;
  }

  /** The next byte. */
  void take(byte value) {
    if (escaped) {
      escaped = false;
      code(value & 0xFF);
    } else if (value == Dle.ESCAPE) {
      escaped = true;
    } else {
      plain(value);
    }
  }

  /** Forgets a code that was cut short. */
  void reset() {
    escaped = false;
    complexBytes = -1;
  }

  /** Codes that mean nothing known, so far. */
  long unknown() {
    return unknown;
  }

  /** True within a code or a complex event. */
  boolean within() {
    return escaped || complexBytes >= 0;
  }

  private void plain(byte value) {
    if (complexBytes < 0) {
      sink.plain(value);
    } else if (++complexBytes > LONGEST_COMPLEX) {
      complexBytes = -1;
      unknown++;
    } else {
      sink.complex(value);
    }
  }

  private void code(int code) {
    switch (code) {
      case Dle.ESCAPE -> plain((byte) Dle.ESCAPE);
      case Dle.TWICE -> {
        plain((byte) Dle.ESCAPE);
        plain((byte) Dle.ESCAPE);
      }
      case Dle.END -> {
        complexBytes = -1;
        sink.streamEnd();
      }
      case Dle.COMPLEX -> complexBytes = 0;
      case Dle.COMPLEX_END -> {
        if (complexBytes >= 0) {
          complexBytes = -1;
          sink.complexEnd();
        } else {
          unknown++;
        }
      }
      default -> {
        if (Dle.isEvent(code)) {
          sink.event((char) code);
        } else {
          unknown++;
        }
      }
    }
  }
}
