package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes recordings that a crash left as {@code .wav.part}: the length is taken from the size of
 * the file, cut to whole samples, written into the header, and the file gets its name. Also works
 * out the facts of a file on the disk.
 */
public final class RecordingRepair {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingRepair.class);
  private static final String PART = ".part";

  private RecordingRepair() {}

  /**
   * Repairs every left-over recording below the folder. To be run at start, before anything is
   * recorded. Files that cannot be repaired stay as they are and are logged.
   *
   * @return the repaired recordings
   */
  public static List<Recording> repair(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    List<Path> left;
    try (Stream<Path> files = Files.exists(root) ? Files.walk(root, 2) : Stream.empty()) {
      left = files.filter(f -> f.toString().endsWith(".wav" + PART)).sorted().toList();
    } catch (IOException e) {
      LOG.error("{} cannot be searched for unfinished recordings", root, e);
      return List.of();
    }
    List<Recording> repaired = new ArrayList<>();
    for (Path part : left) {
      try {
        if (mend(part)) {
          Path file = free(part);
          Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
          repaired.add(look(root, file));
        } else {
          Files.delete(part);
          Files.deleteIfExists(PeakFile.beside(part));
        }
      } catch (IOException e) {
        LOG.error("{} could not be repaired: {}", part, e.toString());
      }
    }
    return repaired;
  }

  /**
   * The facts of a recording on the disk, with the gaps noted beside it if its writer crashed.
   *
   * @throws IOException if it is missing or cannot be read as a recording
   */
  public static Recording look(Path folder, Path file) throws IOException {
    Path noted = gapsBeside(file);
    List<Gap> gaps = Files.exists(noted) ? Gap.read(Files.readString(noted)) : List.of();
    long lost = gaps.stream().filter(Gap::lost).mapToLong(Gap::frames).sum();
    return describe(
        folder.toAbsolutePath().normalize(), file, lost * 1000 / Codec.SAMPLE_RATE, gaps, null);
  }

  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  static Path gapsBeside(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.wav(\\.part)?$", "");
    return file.resolveSibling(name + ".gaps");
  }

  static String relative(Path root, Path file) {
    Path path = file.startsWith(root) ? root.relativize(file) : file;
    return path.toString().replace('\\', '/');
  }

  static Recording describe(
      Path root, Path file, long lost, List<Gap> gaps, Recording.@Nullable Stop stopped)
      throws IOException {
    try (WavFile wav = WavFile.open(file)) {
      return new Recording(
          file,
          relative(root, file),
          wav.millis(),
          Files.size(file),
          sha256(file),
          lost,
          gaps,
          stopped);
    }
  }

  /** Makes the header agree with the size; false if there is not even a whole sample. */
  static boolean mend(Path part) throws IOException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() < WavFormat.HEADER_BYTES) {
        return false;
      }
      ByteBuffer head = ByteBuffer.allocate(WavFormat.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(head, 0);
      WavFormat format = format(part, head);
      long bytes = channel.size() - WavFormat.HEADER_BYTES;
      long promised = head.getInt(WavFormat.HEADER_BYTES - 4) & 0xFFFFFFFFL;
      boolean padded = (promised & 1) == 1 && bytes == promised + 1;
      bytes = padded ? promised : bytes - bytes % format.frameBytes();
      if (bytes == 0) {
        return false;
      }
      channel.truncate(WavFormat.HEADER_BYTES + bytes);
      if ((bytes & 1) == 1) {
        channel.write(ByteBuffer.allocate(1), WavFormat.HEADER_BYTES + bytes);
      }
      channel.write(format.header(bytes), 0);
      channel.force(true);
      return true;
    }
  }

  private static WavFormat format(Path part, ByteBuffer head) throws IOException {
    try {
      return WavFormat.of(head.getShort(20), head.getShort(22), head.getShort(34));
    } catch (IllegalArgumentException e) {
      throw new IOException(part + " has lost its header", e);
    }
  }

  private static Path free(Path part) {
    String name = part.getFileName().toString().replaceFirst("\\.wav\\.part$", "");
    Path file = part.resolveSibling(name + ".wav");
    for (int n = 2; Files.exists(file); n++) {
      file = part.resolveSibling(name + "-" + n + ".wav");
    }
    return file;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
