package app.ringbook.telephony.recorder.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The file of a recording while it grows: a head that changes, then samples. For one thread. */
public interface GrowingFile extends Closeable {

  /** Appends samples. */
  void append(byte[] data, int offset, int length) throws IOException;

  /** Makes everything so far safe. The head tells its length. */
  void sync(ByteBuffer head) throws IOException;

  /** As {@link #sync}, for the last time. */
  void finish(ByteBuffer head) throws IOException;

  /** A file in the clear: any player can open it at any time. */
  static GrowingFile clear(FileChannel channel) {
    return new GrowingFile() {
      private long at;

      @Override
      public void append(byte[] data, int offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(data, offset, length);
        while (bytes.hasRemaining()) {
          channel.write(bytes, at + bytes.position() - offset);
        }
        // A failed write may leave a part behind; the next one, or the repair, overwrites it.
        at += length;
      }

      @Override
      public void sync(ByteBuffer head) throws IOException {
        at = Math.max(at, head.remaining());
        while (head.hasRemaining()) {
          channel.write(head, head.position());
        }
        channel.force(true);
      }

      @Override
      public void finish(ByteBuffer head) throws IOException {
        channel.truncate(at);
        sync(head);
        if ((at & 1) == 1) {
          // After the head, so that a repair can tell the pad byte from a sample.
          channel.write(ByteBuffer.allocate(1), at);
          channel.force(true);
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
