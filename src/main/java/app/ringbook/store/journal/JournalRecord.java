package app.ringbook.store.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One record of a segment. Layout, big endian: magic {@code RBJ1}, kind (1 byte), sequence (8),
 * length of the payload (4), CRC32C over kind, sequence, length and payload (4), payload.
 *
 * @param sequence of the entry; for a checkpoint and a header the last entry that is safe in the
 *     database
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JournalRecord(Kind kind, long sequence, byte[] payload) {
  static final int HEAD = 21;
  private static final int MAGIC = 0x52424A31;

  /** What a record is. */
  enum Kind {
    /** Begins a segment; its payload is a {@link JournalFiles.Header}. */
    HEADER('H'),
    /** A change, written before its commit. */
    ENTRY('E'),
    /** The commit of the entry of that sequence failed: it never happened. */
    ABORT('A'),
    /** The database is safe on disk up to that sequence. */
    CHECKPOINT('C');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }

    static @Nullable Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      return null;
    }
  }

  /** The record as it is written, ready to be read from. */
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + payload.length);
    bytes.putInt(MAGIC).put(kind.code).putLong(sequence).putInt(payload.length);
    bytes.putInt(crc(kind.code, sequence, payload)).put(payload);
    return bytes.flip();
  }

  /** The record at the buffer's position, which moves behind it; null if none stands there. */
  static @Nullable JournalRecord read(ByteBuffer bytes) {
    int start = bytes.position();
    if (bytes.remaining() >= HEAD && bytes.getInt() == MAGIC) {
      byte code = bytes.get();
      long sequence = bytes.getLong();
      int length = bytes.getInt();
      int crc = bytes.getInt();
      Kind kind = Kind.of(code);
      if (kind != null && length >= 0 && length <= bytes.remaining()) {
        byte[] payload = new byte[length];
        bytes.get(payload);
        if (crc(code, sequence, payload) == crc) {
          return new JournalRecord(kind, sequence, payload);
        }
      }
    }
    bytes.position(start);
    return null;
  }

  private static int crc(byte code, long sequence, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(13).put(code).putLong(sequence).putInt(payload.length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }
}
