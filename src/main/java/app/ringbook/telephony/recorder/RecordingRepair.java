package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.SealedPart;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    return repair(folder, Sealing.NONE);
  }

  /** As {@link #repair(Path)}, of recordings that may be sealed. */
  public static List<Recording> repair(Path folder, Sealing sealing) {
    return unfinished(folder).stream()
        .flatMap(part -> repair(folder, part, sealing).stream())
        .toList();
  }

  /** Recordings that were not finished, in the order of their names. */
  private static List<Path> unfinished(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try (Stream<Path> files = Files.exists(root) ? Files.walk(root, 2) : Stream.empty()) {
      return files.filter(f -> f.toString().endsWith(".wav" + PART)).sorted().toList();
    } catch (IOException e) {
      LOG.error("{} cannot be searched for unfinished recordings", root, e);
      return List.of();
    }
  }

  /** Repairs one unfinished recording; empty if it cannot be done now, or it held no sound. */
  public static Optional<Recording> repair(Path folder, Path part, Sealing sealing) {
    try {
      Path file = finished(part, sealing);
      if (file != null) {
        return Optional.of(look(folder, file, sealing));
      }
      Files.deleteIfExists(part);
      Files.deleteIfExists(PeakFile.beside(part));
      if (!Files.exists(named(part))) {
        Files.deleteIfExists(KeyFiles.beside(named(part)));
      }
    } catch (IOException e) {
      LOG.error("{} could not be repaired: {}", part, e.toString());
    }
    return Optional.empty();
  }

  /** A sealed recording that nobody could repair yet, with nothing known but its place. */
  public static Optional<Recording> waiting(Path folder, Path file) {
    Path part = part(file);
    try {
      if (!SealedPart.waits(file)) {
        return Optional.empty();
      }
      Path root = folder.toAbsolutePath().normalize();
      return Optional.of(
          new Recording(file, relative(root, file), 0, Files.size(part), "", 0, List.of(), null));
    } catch (IOException e) {
      LOG.error("{} cannot be read", part, e);
      return Optional.empty();
    }
  }

  /**
   * The facts of a recording on the disk, with the gaps noted beside it if its writer crashed.
   *
   * @throws IOException if it is missing or cannot be read as a recording
   */
  public static Recording look(Path folder, Path file) throws IOException {
    return look(folder, file, Sealing.NONE);
  }

  /** As {@link #look(Path, Path)}, of a recording that may be sealed. */
  public static Recording look(Path folder, Path file, Sealing sealing) throws IOException {
    Path noted = gapsBeside(file);
    List<Gap> gaps = Files.exists(noted) ? Gap.read(Files.readString(noted)) : List.of();
    long lost = gaps.stream().filter(Gap::lost).mapToLong(Gap::frames).sum();
    return describe(
        folder.toAbsolutePath().normalize(),
        file,
        sealing,
        lost * 1000 / Codec.SAMPLE_RATE,
        gaps,
        null);
  }

  /** True if a recording begins with all the sound of another one. */
  public static boolean beginsWith(Path whole, Path other, Sealing sealing) {
    try (WavFile longer = WavFile.open(whole, sealing);
        WavFile first = WavFile.open(other, sealing)) {
      boolean may =
          longer.codec() == first.codec()
              && longer.channels() == first.channels()
              && longer.frames() >= first.frames();
      for (long at = 0; may && at < first.frames(); at += Codec.SAMPLE_RATE) {
        int count = (int) Math.min(Codec.SAMPLE_RATE, first.frames() - at);
        may = Arrays.equals(longer.readBytes(at, count), first.readBytes(at, count));
      }
      return may;
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes a recording with what lies beside it; what cannot be deleted is logged. */
  public static void discard(Path file) {
    for (Path one : List.of(file, PeakFile.beside(file), gapsBeside(file), KeyFiles.beside(file))) {
      try {
        Files.deleteIfExists(one);
      } catch (IOException e) {
        LOG.warn("{} could not be deleted", one, e);
      }
    }
  }

  /** The whole recording a part becomes, or null if there is not even a sample in it. */
  private static @Nullable Path finished(Path part, Sealing sealing) throws IOException {
    if (SealedPart.is(part)) {
      Path file = named(part);
      return seal(part, file, sealing) ? file : null;
    }
    if (!mend(part)) {
      return null;
    }
    Path file = free(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return file;
  }

  /** Where a recording lies until it is finished. */
  public static Path part(Path file) {
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
      Path root,
      Path file,
      Sealing sealing,
      long lost,
      List<Gap> gaps,
      Recording.@Nullable Stop stopped)
      throws IOException {
    try (WavFile wav = WavFile.open(file, sealing)) {
      return new Recording(
          file,
          relative(root, file),
          wav.millis(),
          Files.size(file),
          SealedFiles.sha256(file),
          lost,
          gaps,
          stopped);
    }
  }

  /** As the other half of {@link #mend}, for a part that is sealed. */
  static boolean seal(Path part, Path file, Sealing sealing) throws IOException {
    return SealedFiles.finish(
        part,
        file,
        sealing,
        (head, bytes) -> format(part, head.order(ByteOrder.LITTLE_ENDIAN)).header(bytes));
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

  private static Path named(Path part) {
    return part.resolveSibling(part.getFileName().toString().replaceFirst("\\.part$", ""));
  }

  private static Path free(Path part) {
    String name = part.getFileName().toString().replaceFirst("\\.wav\\.part$", "");
    Path file = part.resolveSibling(name + ".wav");
    for (int n = 2; Files.exists(file); n++) {
      file = part.resolveSibling(name + "-" + n + ".wav");
    }
    return file;
  }
}
