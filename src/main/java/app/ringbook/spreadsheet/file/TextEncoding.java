package app.ringbook.spreadsheet.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file is encoded.
 *
 * @param charset its characters
 * @param markBytes bytes of the byte order mark at its start
 */
record TextEncoding(Charset charset, int markBytes) {
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int BLOCK = 64 * 1024;

  /**
   * Finds the encoding: a byte order mark; UTF-16 without one; UTF-8 if every byte of the file is;
   * else what Excel writes on a Chinese system (GB18030) or on a Western one, by whether bytes
   * beyond ASCII come in pairs.
   */
  static TextEncoding of(Path file) throws IOException {
    byte[] head = head(file, 4096);
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    int zerosAtOdd = zeros(head, 1);
    int zerosAtEven = zeros(head, 0);
    if (zerosAtOdd > head.length / 4 && zerosAtEven == 0) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (zerosAtEven > head.length / 4 && zerosAtOdd == 0) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    if (strictUtf8(file)) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    return new TextEncoding(inPairs(file) ? CHINESE : WESTERN, 0);
  }

  /** The first bytes of a file. */
  static byte[] head(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(length);
    }
  }

  static boolean starts(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int from) {
    int count = 0;
    for (int i = from; i < bytes.length; i += 2) {
      if (bytes[i] == 0) {
        count++;
      }
    }
    return count;
  }

  private static boolean strictUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer characters = CharBuffer.allocate(BLOCK);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, characters, end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        characters.clear();
      }
    }
    return true;
  }

  /** True if most runs of bytes beyond ASCII are longer than one byte. */
  private static boolean inPairs(Path file) throws IOException {
    long single = 0;
    long longer = 0;
    int run = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b >= 0x80) {
          run++;
        } else if (run > 0) {
          single += run == 1 ? 1 : 0;
          longer += run == 1 ? 0 : 1;
          run = 0;
        }
      }
    }
    return longer + (run > 1 ? 1 : 0) >= single;
  }
}
