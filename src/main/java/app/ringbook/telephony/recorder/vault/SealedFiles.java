package app.ringbook.telephony.recorder.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes sealed files of others and the way back. A new file is written beside the old one as {@code
 * .wav.sealing} and takes its place whole, so that everything can be done again after a crash.
 */
public final class SealedFiles {
  private static final int CHUNK = 1 << 16;

  private SealedFiles() {}

  /** Makes the head of a finished recording. */
  public interface Heading {
    /**
     * The head with its length.
     *
     * @param empty the head of the empty recording
     * @param bytes samples it now has
     */
    ByteBuffer of(ByteBuffer empty, long bytes) throws IOException;
  }

  /**
   * Makes one sealed stream of the pieces of a part, which then goes away.
   *
   * @return false if there is not even a sample: then nothing changed
   */
  public static boolean finish(Path part, Path file, Sealing sealing, Heading heading)
      throws IOException {
    FileKey key = sealing.of(file);
    if (!Files.exists(file) || cut(file, sealing)) {
      ByteBuffer[] head = new ByteBuffer[1];
      long bytes =
          SealedPart.read(
              part,
              key,
              (number, piece) -> head[0] = number == 0 ? ByteBuffer.wrap(piece) : head[0]);
      if (bytes <= 0) {
        return false;
      }
      ByteBuffer begin = heading.of(head[0], bytes);
      write(
          file,
          key,
          out -> {
            all(out, begin);
            SealedPart.read(
                part,
                key,
                (number, piece) ->
                    all(out, ByteBuffer.wrap(piece, 0, number == 0 ? 0 : piece.length)));
            all(out, ByteBuffer.allocate((int) (bytes & 1)));
          });
      exchange(file);
    }
    Files.delete(part);
    return true;
  }

  /**
   * Writes a sealed copy of a recording in the clear beside it.
   *
   * @return its SHA-256; {@link #exchange} puts it in the place of the recording
   */
  public static String seal(Path file, FileKey key) throws IOException {
    write(
        file,
        key,
        out -> {
          try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (in.read(chunk) >= 0) {
              all(out, chunk.flip());
              chunk.clear();
            }
          }
        });
    return sha256(coming(file));
  }

  /**
   * Writes a copy in the clear of a sealed recording beside it.
   *
   * @return its SHA-256; {@link #exchange} puts it in the place of the recording
   * @throws IOException if it is damaged or its key not at hand
   */
  public static String unseal(Path file, Sealing sealing) throws IOException {
    write(file, null, out -> copy(file, sealing, out));
    return sha256(coming(file));
  }

  /**
   * Writes all of a recording that may be sealed, in the clear.
   *
   * @throws IOException if it is damaged or its key not at hand
   */
  public static void copy(Path file, Sealing sealing, WritableByteChannel out) throws IOException {
    try (SoundBytes in = SoundBytes.open(file, sealing)) {
      for (long at = 0; at < in.size(); at += CHUNK) {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, in.size() - at));
        if (!in.fill(chunk, at)) {
          throw new IOException(file + " ends too early");
        }
        all(out, chunk.flip());
      }
    }
  }

  /** Where a copy that is being made lies. */
  public static Path coming(Path file) {
    return file.resolveSibling(file.getFileName() + ".sealing");
  }

  /** Puts the copy in the place of the recording. */
  public static void exchange(Path file) throws IOException {
    Files.move(
        coming(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** SHA-256 of a file as it is stored, in lower-case hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[CHUNK];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean cut(Path file, Sealing sealing) throws IOException {
    try (SoundBytes bytes = SoundBytes.open(file, sealing)) {
      return bytes.cut();
    }
  }

  /** What a new file is filled with. */
  private interface Content {
    void into(WritableByteChannel out) throws IOException;
  }

  private static void write(
      Path file, @org.jspecify.annotations.Nullable FileKey key, Content content)
      throws IOException {
    Path coming = coming(file);
    try (FileChannel raw =
        FileChannel.open(
            coming,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      if (key == null) {
        content.into(raw);
      } else {
        try (WritableByteChannel out = key.writing(new Open(raw))) {
          content.into(out);
        }
      }
      raw.force(true);
    }
  }

  private static void all(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Stays open when the stream over it ends, so that it can be forced. */
  private record Open(FileChannel channel) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {}
  }
}
