package app.ringbook.store.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes. One tag byte, then the value; numbers as zigzag varints, text as a length and
 * one to three bytes a character. The same bytes make the checksum of a row and the payload of the
 * journal, so changing them means changing the version in the entry's encoding and rewriting every
 * {@code row_crc}.
 */
public final class ValueCodec {
  private ValueCodec() {}

  /**
   * Checksum (CRC32C) of a row: table, id, version and every column that is not null, by name. A
   * column added later and still empty does not change it.
   */
  public static long crc(
      String table, long id, long version, Map<String, @Nullable Object> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      writeText(out, table);
      writeNumber(out, id);
      writeNumber(out, version);
      RowValues.of(values)
          .alphabetically(
              (column, value) -> {
                if (value != null) {
                  out.write(column);
                  writeValue(out, decimalInShortestForm(value));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.toByteArray());
    return crc.getValue();
  }

  private static Object decimalInShortestForm(Object value) {
    return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
  }

  /** Writes a tag and the value. */
  public static void writeValue(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('0');
      case String text -> {
        out.writeByte('s');
        writeText(out, text);
      }
      case Long number -> {
        out.writeByte('l');
        writeNumber(out, number);
      }
      case Integer number -> {
        out.writeByte('i');
        writeNumber(out, number);
      }
      case Boolean truth -> out.writeByte(truth ? 't' : 'f');
      case BigDecimal decimal -> {
        out.writeByte('d');
        writeText(out, decimal.toPlainString());
      }
      case LocalDate date -> {
        out.writeByte('y');
        writeNumber(out, date.toEpochDay());
      }
      case Instant moment -> {
        out.writeByte('m');
        writeNumber(out, moment.toEpochMilli());
      }
      case byte[] bytes -> {
        out.writeByte('b');
        writeNumber(out, bytes.length);
        out.write(bytes);
      }
      default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
    }
  }

  /** Reads what {@link #writeValue} wrote. */
  public static @Nullable Object readValue(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case '0' -> null;
      case 's' -> readText(in);
      case 'l' -> readNumber(in);
      case 'i' -> (int) readNumber(in);
      case 't' -> true;
      case 'f' -> false;
      case 'd' -> new BigDecimal(readText(in));
      case 'y' -> LocalDate.ofEpochDay(readNumber(in));
      case 'm' -> Instant.ofEpochMilli(readNumber(in));
      case 'b' -> in.readNBytes(length(in));
      default -> throw new IOException("Unknown tag " + tag);
    };
  }

  /** Writes a zigzag varint. */
  public static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    // Byte by byte the stream takes a lock for each.
    byte[] bytes = new byte[10];
    int at = 0;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    out.write(bytes, 0, at);
  }

  /** Reads a zigzag varint. */
  public static long readNumber(DataInputStream in) throws IOException {
    long rest = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = in.readUnsignedByte();
      rest |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new IOException("Number too long");
  }

  /** Writes a length and the characters. */
  public static void writeText(DataOutputStream out, String text) throws IOException {
    int length = text.length();
    writeNumber(out, length);
    byte[] bytes = new byte[length];
    int at = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (at + 3 > bytes.length && (c >= 0x80 || at == bytes.length)) {
        bytes = Arrays.copyOf(bytes, at + 3 * (length - i));
      }
      if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | (c >> 6));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        bytes[at++] = (byte) (0xE0 | (c >> 12));
        bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    out.write(bytes, 0, at);
  }

  /** What {@link #writeText} writes. */
  static byte[] text(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 1);
    try {
      writeText(new DataOutputStream(bytes), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInputStream in) throws IOException {
    int length = length(in);
    StringBuilder text = new StringBuilder(Math.min(length, 1 << 16));
    for (int i = 0; i < length; i++) {
      int first = in.readUnsignedByte();
      if (first < 0x80) {
        text.append((char) first);
      } else if (first < 0xE0) {
        text.append((char) (((first & 0x1F) << 6) | (in.readUnsignedByte() & 0x3F)));
      } else {
        int second = in.readUnsignedByte() & 0x3F;
        text.append(
            (char) (((first & 0xF) << 12) | (second << 6) | (in.readUnsignedByte() & 0x3F)));
      }
    }
    return text.toString();
  }

  private static int length(DataInputStream in) throws IOException {
    long length = readNumber(in);
    if (length < 0 || length > 1 << 30) {
      throw new IOException("Length " + length);
    }
    return (int) length;
  }
}
