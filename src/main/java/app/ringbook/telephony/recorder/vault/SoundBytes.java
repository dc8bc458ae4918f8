package app.ringbook.telephony.recorder.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a finished recording, in the clear or opened on their way: never written anywhere. A
 * sealed file that was cut gives all its whole segments; a changed segment gives an error. For one
 * thread at a time.
 */
public final class SoundBytes implements Closeable {
  /** What Tink's stream begins with: the length of its head, 1 + 32 bytes of salt + 7 of nonce. */
  private static final int HEAD_BYTES = 40;

  private static final int CHECK_BYTES = 16;

  private final SeekableByteChannel channel;
  private final long size;
  private final boolean cut;

  private SoundBytes(SeekableByteChannel channel, long size, boolean cut) {
    this.channel = channel;
    this.size = size;
    this.cut = cut;
  }

  /** True if a finished recording is sealed. */
  public static boolean sealed(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.read() == HEAD_BYTES;
    }
  }

  /**
   * Opens a finished recording.
   *
   * @throws KeyException if it is sealed and its key is not at hand
   * @throws IOException if it is missing, damaged or swapped
   */
  public static SoundBytes open(Path file, Sealing sealing) throws IOException {
    if (SealedPart.waits(file)) {
      throw new KeyException(KeyException.Why.LOCKED, file);
    }
    if (!sealed(file)) {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new SoundBytes(channel, channel.size(), false);
    }
    FileKey key = sealing.of(file);
    FileChannel raw = FileChannel.open(file, StandardOpenOption.READ);
    try {
      SeekableByteChannel channel = key.reading(raw);
      long promised = channel.size();
      if (whole(channel, promised)) {
        return new SoundBytes(channel, promised, false);
      }
      return new SoundBytes(channel, wholeSegments(raw.size()), true);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** The last segment says that it is the last, so a cut file is told by its end. */
  private static boolean whole(SeekableByteChannel channel, long size) {
    try {
      channel.position(Math.max(0, size - 1));
      return channel.read(ByteBuffer.allocate(1)) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Bytes in the segments before the last one that can be seen. */
  private static long wholeSegments(long fileBytes) {
    long before = Math.max(0, (fileBytes - 1) / FileKey.SEGMENT_BYTES);
    return before * (FileKey.SEGMENT_BYTES - CHECK_BYTES) - (before == 0 ? 0 : HEAD_BYTES);
  }

  /** Bytes that can be read. */
  public long size() {
    return size;
  }

  /** True if the end of a sealed file is missing. */
  public boolean cut() {
    return cut;
  }

  /**
   * Fills the buffer from a place on.
   *
   * @return false if the bytes end before
   */
  public boolean fill(ByteBuffer out, long at) throws IOException {
    if (at + out.remaining() > size) {
      return false;
    }
    channel.position(at);
    while (out.hasRemaining()) {
      if (channel.read(out) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
