package app.ringbook.telephony.recorder.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The small files that hold the keys of recordings: {@code RBKEY1\n} and the wrapped key. They lie
 * beside the sound and nowhere else, so that destroying one makes every copy of its sound
 * worthless.
 */
public final class KeyFiles {
  private static final byte[] MAGIC = "RBKEY1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 1000;

  private KeyFiles() {}

  /** Where the key of a recording is. */
  public static Path beside(Path recording) {
    return recording.resolveSibling(stem(recording) + ".key");
  }

  /** Where the outline of a recording is. */
  public static Path outline(Path recording) {
    return recording.resolveSibling(stem(recording) + ".peaks");
  }

  /**
   * What a recording's bytes are bound to: the names of its month and its file, the same in
   * whatever folder recordings are kept.
   */
  static String id(Path recording) {
    Path month = recording.toAbsolutePath().normalize().getParent();
    Path name = month == null ? null : month.getFileName();
    return (name == null ? "" : name + "/") + stem(recording);
  }

  static byte[] read(Path recording) throws IOException {
    Path file = beside(recording);
    if (!Files.exists(file)) {
      throw new KeyException(KeyException.Why.MISSING, recording);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > MOST_BYTES
        || !Arrays.equals(bytes, 0, Math.min(bytes.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new KeyException(KeyException.Why.WRONG, recording);
    }
    return Arrays.copyOfRange(bytes, MAGIC.length, bytes.length);
  }

  /** On the disk when it returns. */
  static void write(Path recording, byte[] wrapped) throws IOException {
    Path file = beside(recording);
    Files.createDirectories(file.toAbsolutePath().getParent());
    ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length + wrapped.length).put(MAGIC).put(wrapped);
    force(file, bytes.flip());
  }

  /** A new file in the place of the old one: a crash leaves one of both whole. */
  static void force(Path file, ByteBuffer bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Overwrites the key of a recording and deletes it, then everything else of the recording. What
   * is absent is fine, so it can be done again after a crash.
   *
   * @return true if there was anything
   */
  public static boolean destroy(Path recording) throws IOException {
    boolean found = overwrite(beside(recording), MOST_BYTES);
    boolean sealed = Files.exists(recording) && SoundBytes.sealed(recording);
    found |= overwrite(recording, sealed ? 0 : Long.MAX_VALUE);
    for (String ending : new String[] {".wav.part", ".wav.sealing", ".peaks", ".gaps"}) {
      Path file = recording.resolveSibling(stem(recording) + ending);
      found |= overwrite(file, ending.equals(".peaks") ? Long.MAX_VALUE : 0);
    }
    return found;
  }

  private static boolean overwrite(Path file, long mostBytes) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (mostBytes > 0) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        byte[] noise = new byte[1 << 16];
        SecureRandom random = new SecureRandom();
        for (long at = 0; at < channel.size(); at += noise.length) {
          random.nextBytes(noise);
          long left = Math.min(noise.length, channel.size() - at);
          channel.write(ByteBuffer.wrap(noise, 0, (int) left), at);
        }
        channel.force(true);
      }
    }
    Files.delete(file);
    return true;
  }

  private static String stem(Path recording) {
    return String.valueOf(recording.getFileName()).replaceFirst("\\.wav(\\.part|\\.sealing)?$", "");
  }
}
