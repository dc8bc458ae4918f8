package app.ringbook.telephony.driver.voicemodem;

import java.io.ByteArrayOutputStream;

/** The codes of V.253 that follow a data link escape, and how bytes are shielded from them. */
final class Dle {
  /** What begins every code. */
  static final int ESCAPE = 0x10;

  /** End of the voice stream. */
  static final int END = 0x03;

  /** Two escapes in the sound. */
  static final int TWICE = 0x1A;

  /** Begins a complex event. */
  static final int COMPLEX = 'X';

  /** Ends a complex event. */
  static final int COMPLEX_END = '.';

  /** Stops receiving, as IS-101 has it. */
  static final int STOP = '!';

  /** Stops receiving, as some chips have it. */
  static final int STOP_ESC = 0x1B;

  private static final String EVENTS = "0123456789*#ABCD/~RrhpHPbKdiaefcmsqlLouJwvVYtTQSE$";

  private Dle() {}

  /** True for a simple event that is known. */
  static boolean isEvent(int code) {
    return EVENTS.indexOf(code) >= 0;
  }

  /** A code to be sent. */
  static byte[] code(int code) {
    return new byte[] {ESCAPE, (byte) code};
  }

  /** Sound as it travels: escapes in it are doubled, a pair of them is one code. */
  static byte[] shield(byte[] sound) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(sound.length + 16);
    for (int i = 0; i < sound.length; i++) {
      out.write(sound[i]);
      if (sound[i] == ESCAPE) {
        boolean pair = i + 1 < sound.length && sound[i + 1] == ESCAPE;
        out.write(pair ? TWICE : ESCAPE);
        i += pair ? 1 : 0;
      }
    }
    return out.toByteArray();
  }
}
