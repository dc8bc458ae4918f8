package app.ringbook.store.journal;

import app.ringbook.store.journal.JournalRecord.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of one data folder, oldest first, of which the newest is written to. A record is
 * either whole or, at the very end, torn by a crash: then it is cut off, for nobody was told it was
 * saved. Anything else that cannot be read is damage and is reported.
 *
 * <p>For one thread at a time, and never for one that may be interrupted: an interrupt closes the
 * file.
 */
public final class JournalFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);
  private static final Pattern NAME = Pattern.compile("\\d{12}\\.journal");

  /**
   * What a segment says of itself.
   *
   * @param history changes whenever the data is exchanged by a restore: entries of one history
   *     never fit a backup of another
   * @param schema version of the schema its entries were written under
   * @param base last entry before the segment; safe in the database
   */
  public record Header(String history, int schema, long base) {

    byte[] bytes() {
      return (history + "\n" + schema + "\n" + base).getBytes(StandardCharsets.UTF_8);
    }

    static Header of(byte[] payload) {
      String[] lines = new String(payload, StandardCharsets.UTF_8).split("\n", -1);
      return new Header(lines[0], Integer.parseInt(lines[1]), Long.parseLong(lines[2]));
    }
  }

  /** An entry as it was appended. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Entry(long sequence, byte[] payload) {}

  /**
   * What is in one segment.
   *
   * @param header null if not even the beginning can be read
   * @param entries all that were not aborted
   * @param checkpoint how many of the entries are safe in the database
   * @param goodBytes where the readable part ends
   * @param damaged true if readable records follow something unreadable
   */
  public record Segment(
      Path file,
      @Nullable Header header,
      List<Entry> entries,
      int checkpoint,
      long goodBytes,
      boolean damaged) {

    /** Entries behind the last checkpoint. */
    public List<Entry> behindCheckpoint() {
      return entries.subList(checkpoint, entries.size());
    }
  }

  private final Path folder;
  private final List<Path> files;
  private @Nullable Segment newest;
  private @Nullable FileChannel channel;
  private long position;
  private boolean broken;

  /** Looks into the folder; changes nothing. A segment torn at its birth counts as absent. */
  public JournalFiles(Path folder) throws IOException {
    this.folder = folder;
    this.files = new ArrayList<>(list(folder));
    while (newest == null && !files.isEmpty()) {
      Segment last = read(files.get(files.size() - 1));
      if (last.header == null && last.goodBytes == 0 && files.size() > 1) {
        files.remove(files.size() - 1);
      } else {
        newest = last;
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  /** All segment files, oldest first. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** The newest segment as it was found, or null if there is none. */
  public @Nullable Segment newest() {
    return newest;
  }

  /** Reads a whole segment: a few megabytes. */
  public static Segment read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    Header header = null;
    List<Entry> entries = new ArrayList<>();
    int checkpoint = 0;
    long good = 0;
    boolean damaged = false;
    while (bytes.hasRemaining()) {
      JournalRecord found = JournalRecord.read(bytes);
      if (found == null) {
        bytes.position(bytes.position() + 1);
        continue;
      }
      long start = (long) bytes.position() - JournalRecord.HEAD - found.payload().length;
      damaged |= start != good;
      good = bytes.position();
      switch (found.kind()) {
        case HEADER -> header = Header.of(found.payload());
        case ENTRY -> entries.add(new Entry(found.sequence(), found.payload()));
        case ABORT -> entries.removeIf(e -> e.sequence() == found.sequence());
        case CHECKPOINT -> checkpoint = entries.size();
      }
    }
    damaged |= header == null && bytes.capacity() > 0 && good > 0;
    return new Segment(file, header, List.copyOf(entries), checkpoint, good, damaged);
  }

  /**
   * Begins a new segment, to which entries are appended from now on.
   *
   * @param schema version of the schema
   * @param base the last entry, safe in the database by now
   */
  public void begin(int schema, long base) throws IOException {
    begin(newestHistory(), schema, base);
  }

  private String newestHistory() {
    Header header = newest == null ? null : newest.header;
    return header == null ? UUID.randomUUID().toString() : header.history;
  }

  /** As {@link #begin}, but what was appended before does not lead here. */
  public void beginHistory(int schema, long base) throws IOException {
    begin(UUID.randomUUID().toString(), schema, base);
  }

  private void begin(String history, int schema, long base) throws IOException {
    close();
    Files.createDirectories(folder);
    Path file = folder.resolve(String.format(Locale.ROOT, "%012d.journal", number() + 1));
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    position = 0;
    Header header = new Header(history, schema, base);
    write(new JournalRecord(Kind.HEADER, base, header.bytes()));
    forceFolder(folder);
    files.add(file);
    newest = new Segment(file, header, List.of(), 0, position, false);
  }

  private long number() {
    if (files.isEmpty()) {
      return 0;
    }
    String name = String.valueOf(files.get(files.size() - 1).getFileName());
    return Long.parseLong(name.substring(0, 12));
  }

  /**
   * Goes on writing to the newest segment, behind its last whole record: a torn tail is cut.
   *
   * @throws IllegalStateException if there is no segment whose header can be read
   */
  public void resume() throws IOException {
    Segment segment = newest;
    if (segment == null || segment.header == null) {
      throw new IllegalStateException("No segment to go on with");
    }
    channel = FileChannel.open(segment.file, StandardOpenOption.WRITE);
    position = segment.goodBytes;
    if (channel.size() > position) {
      LOG.info("Cutting a torn tail of {} bytes", channel.size() - position);
      channel.truncate(position);
      channel.force(true);
    }
  }

  /** The history the newest segment belongs to. */
  public String history() {
    return Objects.requireNonNull(Objects.requireNonNull(newest).header).history;
  }

  /** Bytes of the newest segment. */
  public long size() {
    return position;
  }

  /** Appends an entry; returns once it is on the disk. */
  public void append(long sequence, byte[] payload) throws IOException {
    write(new JournalRecord(Kind.ENTRY, sequence, payload));
  }

  /** Marks the entry appended last as one that never happened. */
  public void abort(long sequence) throws IOException {
    write(new JournalRecord(Kind.ABORT, sequence, new byte[0]));
  }

  /** Notes that the database is safe on disk up to the entry. */
  public void checkpoint(long sequence) throws IOException {
    write(new JournalRecord(Kind.CHECKPOINT, sequence, new byte[0]));
  }

  /** True after a failure that left the end of the file unknown: nothing can be appended. */
  public boolean broken() {
    return broken;
  }

  private void write(JournalRecord entry) throws IOException {
    FileChannel open = channel;
    if (open == null || broken) {
      throw new IOException("The journal cannot be written to");
    }
    ByteBuffer bytes = entry.bytes();
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += open.write(bytes, at);
      }
    } catch (IOException e) {
      takeBack(open);
      throw e;
    }
    try {
      open.force(false);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    position += bytes.capacity();
  }

  /** After a full disk: the half record goes, so that later ones follow a whole one. */
  private void takeBack(FileChannel open) {
    try {
      open.truncate(position);
    } catch (IOException e) {
      broken = true;
      LOG.error("The journal's end could not be restored", e);
    }
  }

  /**
   * Deletes segments that hold no entry behind {@code sequence}.
   *
   * @param sequence last entry of the oldest backup that is kept
   */
  public void prune(long sequence) throws IOException {
    while (files.size() > 1) {
      Header next = read(files.get(1)).header();
      if (next == null || next.base > sequence) {
        return;
      }
      Files.delete(files.remove(0));
    }
  }

  /** Makes a new, renamed or deleted file of a folder survive a power cut. */
  public static void forceFolder(Path folder) {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      LOG.debug("This system does not force folders", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
