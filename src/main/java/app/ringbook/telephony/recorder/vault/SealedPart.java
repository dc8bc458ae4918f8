package app.ringbook.telephony.recorder.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A sealed recording while it grows: the bytes {@code RBPART1\n}, then pieces. A piece is its
 * length (4 bytes, big-endian) and its bytes, sealed with the recording's key under its number;
 * piece 0 is the head of an empty recording, the others are samples, a quarter of a second at most.
 * A crash costs the piece that was not written; a piece that was cut, changed, moved or left out
 * ends the reading. When the call is over the pieces become one stream.
 */
public final class SealedPart implements GrowingFile {
  private static final byte[] MAGIC = "RBPART1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 1 << 20;
  private static final String LABEL = "part ";
  private final FileChannel channel;
  private final FileKey key;
  private final int pieceBytes;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long at;
  private long pieces;

  /**
   * @param pieceBytes samples are sealed when so many bytes wait
   */
  public SealedPart(FileChannel channel, FileKey key, int pieceBytes) {
    this.channel = channel;
    this.key = key;
    this.pieceBytes = pieceBytes;
  }

  @Override
  public void append(byte[] data, int offset, int length) throws IOException {
    waiting.write(data, offset, length);
    if (waiting.size() >= pieceBytes) {
      flush();
    }
  }

  @Override
  public void sync(ByteBuffer head) throws IOException {
    if (pieces == 0) {
      write(ByteBuffer.wrap(MAGIC));
      byte[] bytes = new byte[head.remaining()];
      head.get(bytes);
      piece(bytes);
    }
    flush();
    channel.force(true);
  }

  @Override
  public void finish(ByteBuffer head) throws IOException {
    sync(head);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void flush() throws IOException {
    byte[] bytes = waiting.toByteArray();
    for (int from = 0; from < bytes.length; from += MOST_BYTES / 2) {
      piece(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MOST_BYTES / 2)));
    }
    waiting.reset();
  }

  private void piece(byte[] bytes) throws IOException {
    byte[] sealed = key.seal(bytes, LABEL + pieces);
    write(ByteBuffer.allocate(4 + sealed.length).putInt(sealed.length).put(sealed).flip());
    pieces++;
  }

  /** What a failed write left behind is overwritten by the next one. */
  private void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes, at + length - bytes.remaining());
    }
    at += length;
  }

  /** True if a recording is not there but its part of this kind is: a crash, and no key since. */
  public static boolean waits(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    return !Files.exists(file) && Files.exists(part) && is(part);
  }

  /** True for a file of this kind, however short. */
  public static boolean is(Path part) throws IOException {
    try (InputStream in = Files.newInputStream(part)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** Gets the pieces of a part one by one. */
  public interface Pieces {
    /** The next piece; number 0 is the head. */
    void piece(long number, byte[] bytes) throws IOException;
  }

  /**
   * Reads all whole pieces.
   *
   * @return bytes of samples, or -1 if there is not even the head
   * @throws IOException if the file cannot be read or the taker fails
   */
  public static long read(Path part, FileKey key, Pieces taker) throws IOException {
    long bytes = -1;
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(part), 1 << 16))) {
      in.skipNBytes(MAGIC.length);
      for (long number = 0; ; number++) {
        byte[] piece = next(in, key, number);
        if (piece.length == 0) {
          return bytes;
        }
        bytes = number == 0 ? 0 : bytes + piece.length;
        taker.piece(number, piece);
      }
    } catch (EOFException e) {
      return bytes;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Empty behind the last whole piece. */
  private static byte[] next(DataInputStream in, FileKey key, long number) throws IOException {
    int length = in.readInt();
    if (length <= 0 || length > MOST_BYTES) {
      return new byte[0];
    }
    byte[] sealed = in.readNBytes(length);
    if (sealed.length < length) {
      return new byte[0];
    }
    try {
      return key.open(sealed, LABEL + number);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
