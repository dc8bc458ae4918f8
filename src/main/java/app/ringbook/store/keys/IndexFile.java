package app.ringbook.store.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An index as one file of a folder, mapped when it is read. A file is written under a new name,
 * forced to disk and renamed, because a mapped file can be neither changed nor, on Windows,
 * replaced; the newest whole one counts and older ones are deleted as soon as the system lets them
 * go. Head, little-endian: magic, form, stamp, number of sections; of each section its length and
 * CRC-32C; CRC-32C of the head. Then the sections.
 */
public final class IndexFile {
  private static final long MAGIC = 0x58444e494b4f4f42L;

  /** Raised whenever grams, texts or sections change their form. */
  private static final int FORM = 3;

  private static final String ENDING = ".index";
  private static final String UNFINISHED = ".new";

  /** Bytes of the head before the sections' entries, and of the head's own sum. */
  private static final int FIXED = 40;

  private static final int SUM = 8;
  private static final int ENTRY = 12;
  private static final int BUFFER = 1 << 20;
  private final Path folder;
  private final String name;
  private final int sections;

  /**
   * Which state of the data an index holds.
   *
   * @param schema version of the database's schema
   * @param sequence the newest change in it
   * @param mark what tells that change from any other of the same sequence
   */
  public record Stamp(int schema, long sequence, long mark) {}

  /** What a file holds. */
  public record Stored(Stamp stamp, List<ByteBuffer> sections) {
    /** Copies the list. */
    public Stored {
      sections = List.copyOf(sections);
    }
  }

  /**
   * Files of this folder, which need not exist yet.
   *
   * @param name with which their names begin
   * @param sections how many each has
   */
  public IndexFile(Path folder, String name, int sections) {
    this.folder = folder;
    this.name = name;
    this.sections = sections;
  }

  /** Begins a new file. */
  public Writing write(Stamp stamp) throws IOException {
    Files.createDirectories(folder);
    long generation = files().stream().mapToLong(this::generation).max().orElse(0) + 1;
    return new Writing(stamp, folder.resolve(name + "-" + generation + ENDING), sections);
  }

  /** Reads the newest file that is whole; null if there is none. */
  public @Nullable Stored read() throws IOException {
    for (Path file : files()) {
      Stored stored = read(file);
      if (stored != null) {
        return stored;
      }
    }
    return null;
  }

  /** Deletes every file but the newest, and all if none is wanted. */
  public void tidy(boolean keepNewest) throws IOException {
    List<Path> all = new ArrayList<>(files());
    if (keepNewest && !all.isEmpty()) {
      all.removeFirst();
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside
            .filter(file -> String.valueOf(file.getFileName()).startsWith(name + "-"))
            .filter(file -> file.toString().endsWith(UNFINISHED))
            .forEach(all::add);
      }
    }
    for (Path file : all) {
      // Windows keeps a file that is still mapped: the next start takes it away.
      file.toFile().delete();
    }
  }

  /** Finished files, the newest first. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(file -> generation(file) > 0)
          .sorted(Comparator.comparingLong(this::generation).reversed())
          .toList();
    }
  }

  private long generation(Path file) {
    String whole = String.valueOf(file.getFileName());
    if (!whole.matches(name + "-\\d{1,18}\\" + ENDING)) {
      return 0;
    }
    return Long.parseLong(whole.substring(name.length() + 1, whole.length() - ENDING.length()));
  }

  private @Nullable Stored read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = buffer(FIXED + sections * ENTRY + SUM);
      fill(channel, head, 0);
      if (head.hasRemaining() || !intact(head, sections)) {
        return null;
      }
      long at = head.limit();
      List<ByteBuffer> mapped = new ArrayList<>();
      for (int i = 0; i < sections; i++) {
        long length = head.getLong(FIXED + i * ENTRY);
        int sum = head.getInt(FIXED + i * ENTRY + 8);
        if (at + length > channel.size() || sum != sum(channel, at, length)) {
          return null;
        }
        mapped.add(
            channel.map(FileChannel.MapMode.READ_ONLY, at, length).order(ByteOrder.LITTLE_ENDIAN));
        at += length;
      }
      Stamp stamp = new Stamp(head.getInt(12), head.getLong(16), head.getLong(24));
      return at == channel.size() ? new Stored(stamp, mapped) : null;
    }
  }

  private static boolean intact(ByteBuffer head, int sections) {
    head.flip();
    CRC32C sum = new CRC32C();
    sum.update(head.slice(0, head.limit() - SUM));
    return head.getLong(0) == MAGIC
        && head.getInt(8) == FORM
        && head.getInt(32) == sections
        && head.getLong(head.limit() - SUM) == sum.getValue();
  }

  /** Read, not mapped: what is only summed up need not stay in memory. */
  private static int sum(FileChannel channel, long from, long length) throws IOException {
    CRC32C sum = new CRC32C();
    ByteBuffer buffer = buffer(BUFFER);
    for (long done = 0; done < length; done += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BUFFER, length - done));
      fill(channel, buffer, from + done);
      sum.update(buffer.flip());
    }
    return (int) sum.getValue();
  }

  private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A file that is being written; closed before {@link #finish}, it never was. */
  public static final class Writing implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ByteBuffer head;

    private Writing(Stamp stamp, Path file, int sections) throws IOException {
      this.file = file;
      unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
      head = buffer(FIXED + sections * ENTRY + SUM);
      head.putLong(MAGIC).putInt(FORM).putInt(stamp.schema());
      head.putLong(stamp.sequence()).putLong(stamp.mark()).putInt(sections).putInt(0);
      channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING);
      channel.position(head.limit());
    }

    /** Adds sections; they may be forgotten then. */
    public void add(List<ByteBuffer> more) throws IOException {
      for (ByteBuffer section : more) {
        CRC32C sum = new CRC32C();
        sum.update(section.duplicate());
        ByteBuffer rest = section.duplicate();
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        head.putLong(section.limit()).putInt((int) sum.getValue());
      }
    }

    /** Makes the file count, if a power cut comes the moment after. */
    public void finish() throws IOException {
      if (head.remaining() != SUM) {
        throw new IllegalStateException("Not all sections were added");
      }
      CRC32C sum = new CRC32C();
      sum.update(head.duplicate().flip());
      head.putLong(sum.getValue()).flip();
      long at = 0;
      while (head.hasRemaining()) {
        at += channel.write(head, at);
      }
      channel.force(true);
      channel.close();
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
