package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of one text in UTF-8, collected piece by piece. For one thread. */
final class TextBytes {
  private final int longest;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private byte[] bytes = new byte[1024];
  private int length;
  private boolean ascii = true;

  /**
   * @param longest bytes of a text that is longer than any that is wanted
   */
  TextBytes(int longest) {
    this.longest = longest;
  }

  /** Forgets all. */
  void clear() {
    length = 0;
    ascii = true;
  }

  int length() {
    return length;
  }

  byte at(int place) {
    return bytes[place];
  }

  /** Adds bytes below 0x80. */
  void put(byte[] from, int offset, int count) throws IOException {
    while (length + count > bytes.length) {
      grow();
    }
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  /** Adds a byte from 0 to 255. */
  void put(int b) throws IOException {
    if (length == bytes.length) {
      grow();
    }
    ascii &= b < 0x80;
    bytes[length++] = (byte) b;
  }

  /** Adds a character. */
  void putSign(int sign) throws IOException {
    if (sign < 0x80) {
      put(sign);
      return;
    }
    for (byte b : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
      put(b & 0xff);
    }
  }

  private void grow() throws IOException {
    if (bytes.length > longest) {
      throw new UnusualXmlException("A long text");
    }
    bytes = Arrays.copyOf(bytes, bytes.length * 2);
  }

  /** All of it as a text. */
  String decoded() throws IOException {
    if (ascii) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    try {
      String all = utf8.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      if (all.indexOf('\uFFFE') >= 0 || all.indexOf('\uFFFF') >= 0) {
        throw new UnusualXmlException("Not a character");
      }
      return all;
    } catch (CharacterCodingException e) {
      throw new UnusualXmlException("Not UTF-8");
    }
  }
}
