package app.ringbook.telephony.driver.voicemodem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Puts bytes together to lines, whether they end with CR, LF or both. A line too long to mean
 * anything is left out. Lines are handed on as Latin-1, so that every byte is still to be had.
 */
final class TextLines {
  private static final int LONGEST = 1024;

  private final Consumer<String> line;
  private final byte[] bytes = new byte[LONGEST];
  private int size;
  private boolean tooLong;

  TextLines(Consumer<String> line) {
    this.line = line;
  }

  /** The next byte. */
  void take(byte value) {
    if (value == '\r' || value == '\n') {
      end();
    } else if (size == LONGEST) {
      tooLong = true;
    } else if (value != 0) {
      bytes[size++] = value;
    }
  }

  /** Whatever there is, is a line. */
  void end() {
    boolean good = !tooLong && size > 0;
    String text = new String(bytes, 0, size, StandardCharsets.ISO_8859_1).strip();
    clear();
    if (good && !text.isEmpty()) {
      line.accept(text);
    }
  }

  /** Forgets a line cut short. */
  void clear() {
    Arrays.fill(bytes, 0, size, (byte) 0);
    size = 0;
    tooLong = false;
  }

  /** Bytes that wait for the end of their line. */
  int size() {
    return size;
  }

  /** True within a line. */
  boolean within() {
    return size > 0;
  }
}
