package app.ringbook.customer.files;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which files are kept. A file is named by the checksum of its content: the same file
 * added twice lies there once, and a changed one is noticed. It is copied beside, forced to disk,
 * and takes its name last, so that a power cut leaves nothing half under a name.
 */
public final class FileFolder {
  private static final int BUFFER = 1 << 16;

  /** Names and first days of files that nobody refers to. */
  private static final String UNUSED = "unused.txt";

  private static final Pattern STORED = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{64}(\\.[a-z0-9]+)?");
  private static final long ROOM_LEFT = 100L << 20;
  private final Path folder;
  private final Path opened;

  /**
   * What was copied.
   *
   * @param storedName where it lies, with slashes
   */
  public record Copied(String storedName, long bytes, String sha256) {}

  /**
   * @param folder where files are kept; made when first needed
   * @param opened where copies to look at go
   */
  public FileFolder(Path folder, Path opened) {
    this.folder = folder;
    this.opened = opened;
  }

  /**
   * Copies a file into the folder.
   *
   * @throws ProblemException if it cannot be read, is a folder, or there is no room
   */
  public Copied take(Path source) {
    String name = String.valueOf(source.getFileName());
    if (!Files.isRegularFile(source)) {
      throw new ProblemException("customer.file.problem.unreadable", name);
    }
    Path part = null;
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).getUsableSpace() < Files.size(source) + ROOM_LEFT) {
        throw new ProblemException("customer.file.problem.room", name);
      }
      part = Files.createTempFile(folder, "taking-", ".part");
      MessageDigest digest = sha256();
      long bytes = copy(source, part, digest);
      String sum = HexFormat.of().formatHex(digest.digest());
      String stored = sum.substring(0, 2) + "/" + sum + ending(name);
      Path target = folder.resolve(stored);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(Objects.requireNonNull(target.getParent()));
      return new Copied(stored, bytes, sum);
    } catch (IOException e) {
      throw new ProblemException(e, "customer.file.problem.copy", name);
    } finally {
      gone(part);
    }
  }

  /**
   * A copy to look at, under the file's own name: what is kept cannot be changed by looking at it.
   *
   * @throws ProblemException if it is missing, or is not any more what was kept
   */
  public Path toOpen(String storedName, String name) {
    Path kept = folder.resolve(storedName).normalize();
    if (!kept.startsWith(folder) || !Files.isRegularFile(kept)) {
      throw new ProblemException("customer.file.problem.missing", name);
    }
    try {
      String file = String.valueOf(kept.getFileName());
      Path place = Files.createDirectories(opened.resolve(file.substring(0, 12)));
      Path copy = place.resolve(harmless(name));
      MessageDigest digest = sha256();
      Files.deleteIfExists(copy);
      copy(kept, copy, digest);
      if (!file.startsWith(HexFormat.of().formatHex(digest.digest()))) {
        Files.deleteIfExists(copy);
        throw new ProblemException("customer.file.problem.changed", name);
      }
      return copy;
    } catch (IOException e) {
      throw new ProblemException(e, "customer.file.problem.copy", name);
    }
  }

  /** A name that stays in its folder on every system. */
  static String harmless(String name) {
    String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    return plain.isEmpty() || plain.equals(".") || plain.equals("..") ? "file" : plain;
  }

  /**
   * Deletes files that nobody refers to for some time. When a file was first seen so is noted in
   * the folder, and forgotten once somebody refers to it again.
   *
   * @param referred stored names that are in use
   * @param today the day of this look
   * @param before files that nobody refers to since before this day go
   * @return how many went
   */
  public int purge(Set<String> referred, LocalDate today, LocalDate before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Map<String, LocalDate> since = unused();
    Map<String, LocalDate> still = new TreeMap<>();
    int gone = 0;
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!STORED.matcher(name).matches() || referred.contains(name)) {
          continue;
        }
        LocalDate first = since.getOrDefault(name, today);
        if (first.isBefore(before)) {
          Files.delete(file);
          gone++;
        } else {
          still.put(name, first);
        }
      }
    }
    List<String> lines =
        still.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList();
    Path fresh = folder.resolve(UNUSED + ".part");
    Files.write(fresh, lines);
    Files.move(fresh, folder.resolve(UNUSED), StandardCopyOption.REPLACE_EXISTING);
    return gone;
  }

  private Map<String, LocalDate> unused() throws IOException {
    Map<String, LocalDate> since = new TreeMap<>();
    Path list = folder.resolve(UNUSED);
    if (Files.exists(list)) {
      for (String line : Files.readAllLines(list)) {
        int space = line.indexOf(' ');
        if (space == 10) {
          since.put(line.substring(space + 1), LocalDate.parse(line.substring(0, space)));
        }
      }
    }
    return since;
  }

  private static long copy(Path from, Path to, MessageDigest digest) throws IOException {
    long bytes = 0;
    try (InputStream in = Files.newInputStream(from);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer full = ByteBuffer.wrap(buffer, 0, read);
        while (full.hasRemaining()) {
          out.write(full);
        }
        bytes += read;
      }
      out.force(true);
    }
    return bytes;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    return ending.matches("\\.[a-z0-9]{1,10}") ? ending : "";
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows does not open folders: there the move itself is durable enough.
      return;
    }
  }

  private static void gone(@Nullable Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
