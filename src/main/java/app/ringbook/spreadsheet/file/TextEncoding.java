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
  private static final Charset TAIWANESE = Charset.forName("Big5");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int BLOCK = 64 * 1024;

  /** Of so many bytes one is a zero in UTF-16 with Latin words. */
  private static final int FEW = 8;

  /**
   * Finds the encoding: a byte order mark; UTF-16 without one; UTF-8 if every byte of the file is;
   * else what Excel writes on a Chinese system (GB18030, Big5) or on a Western one, by whether
   * bytes beyond ASCII come in pairs.
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
    int wide = wide(head);
    if (wide > 0) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (wide < 0) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    if (strictUtf8(file)) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    return new TextEncoding(!inPairs(file) ? WESTERN : big5(file) ? TAIWANESE : CHINESE, 0);
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

  /**
   * 1 if bytes without a mark look like UTF-16 with the low byte first, -1 with the high byte
   * first, else 0. Text of one byte a character holds no zeros at all, so few of them are enough:
   * line ends and separators have one each even where all letters are Chinese. Bytes that would be
   * control characters or nothing at all are no text.
   */
  static int wide(byte[] head) {
    int odd = zeros(head, 1);
    int even = zeros(head, 0);
    int enough = Math.max(1, head.length / 100);
    if (Math.max(odd, even) < enough || Math.min(odd, even) * 20 > Math.max(odd, even)) {
      return 0;
    }
    if (Math.max(odd, even) * FEW < head.length && utf8WithZeros(head)) {
      return 0;
    }
    Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    String text = new String(head, 0, head.length & ~1, charset);
    return !text.codePoints().allMatch(TextEncoding::written) ? 0 : odd > even ? 1 : -1;
  }

  /** A zero that strayed into a text of one byte a letter makes it no UTF-16. */
  private static boolean utf8WithZeros(byte[] head) {
    byte[] rest = new byte[head.length];
    int length = 0;
    for (byte one : head) {
      if (one != 0) {
        rest[length++] = one;
      }
    }
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(rest, 0, length), CharBuffer.allocate(length), false);
    return !result.isError();
  }

  private static boolean written(int sign) {
    return sign == '\t'
        || sign == '\r'
        || sign == '\n'
        || (!Character.isISOControl(sign) && Character.isDefined(sign));
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

  /**
   * True if the pairs are Big5: there the second byte is ASCII in a third of all common characters,
   * and the first one stays in the rows of common characters; in GB18030 that is rare.
   */
  private static boolean big5(Path file) throws IOException {
    long pairs = 0;
    long low = 0;
    long common = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (int first = in.read(); first >= 0; first = in.read()) {
        if (first < 0x81) {
          continue;
        }
        int second = in.read();
        pairs++;
        low += second >= 0x40 && second <= 0x7E ? 1 : 0;
        common += first >= 0xA1 && first <= 0xC9 ? 1 : 0;
      }
    }
    return low * 8 > pairs && common * 10 > pairs * 9;
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
