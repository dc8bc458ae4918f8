package app.ringbook.spreadsheet.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one sheet, read once and kept in a temporary file that goes when this is closed. Rows
 * are counted from 0 here; their number in the spreadsheet is {@link SheetRow#number()}. Safe for
 * several readers at once.
 */
public final class SheetRows implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SheetRows.class);
  private final Path source;
  private final SheetInfo sheet;
  private final Path spool;
  private final long[] offsets;

  private SheetRows(Path source, SheetInfo sheet, Path spool, long[] offsets) {
    this.source = source;
    this.sheet = sheet;
    this.spool = spool;
    this.offsets = offsets;
  }

  /** Looks at rows one after the other. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Looks at a row.
     *
     * @return false to see no more
     */
    boolean row(int index, SheetRow row);
  }

  /** The file the rows came from. */
  public Path source() {
    return source;
  }

  /** Name of the file without its folder. */
  public String fileName() {
    return SheetFile.name(source);
  }

  /** The sheet they stood in. */
  public SheetInfo sheet() {
    return sheet;
  }

  /** How many rows hold anything. */
  public int size() {
    return offsets.length;
  }

  /** Place of the row with a number, or -1 if that row is empty. */
  public int indexOf(int number) {
    int low = 0;
    int high = offsets.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = at(middle).number();
      if (there == number) {
        return middle;
      }
      if (there < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** One row. */
  public SheetRow at(int index) {
    SheetRow[] found = new SheetRow[1];
    forEach(
        index,
        (i, row) -> {
          found[0] = row;
          return false;
        });
    return found[0];
  }

  /** Shows the rows from an index on until the visitor has seen enough. */
  public void forEach(int from, Visitor visitor) {
    if (from >= offsets.length) {
      return;
    }
    try (FileChannel channel = FileChannel.open(spool, StandardOpenOption.READ)) {
      channel.position(offsets[from]);
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024));
      for (int i = from; i < offsets.length; i++) {
        in.readByte();
        if (!visitor.row(i, RowFrames.readRow(in))) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    delete(spool);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", file, e);
    }
  }

  static Writer writer(SheetFile file, SheetInfo sheet) throws IOException {
    Path spool = Files.createTempFile("ringbook-sheet", ".rows");
    try {
      return new Writer(file.path(), sheet, spool);
    } catch (IOException e) {
      delete(spool);
      throw e;
    }
  }

  /** Fills the temporary file. */
  static final class Writer {
    private final Path source;
    private final SheetInfo sheet;
    private final Path spool;
    private final DataOutputStream out;
    private long[] offsets = new long[1024];
    private int count;
    private long position;

    private Writer(Path source, SheetInfo sheet, Path spool) throws IOException {
      this.source = source;
      this.sheet = sheet;
      this.spool = spool;
      this.out =
          new DataOutputStream(
              new BufferedOutputStream(
                  Channels.newOutputStream(FileChannel.open(spool, StandardOpenOption.WRITE)),
                  256 * 1024));
    }

    void add(SheetRow row) throws IOException {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      offsets[count++] = position;
      position += RowFrames.writeRow(out, row);
    }

    SheetRows finish() throws IOException {
      out.close();
      return new SheetRows(source, sheet, spool, Arrays.copyOf(offsets, count));
    }

    void discard() {
      try {
        out.close();
      } catch (IOException e) {
        LOG.debug("Spool not closed", e);
      }
      delete(spool);
    }
  }
}
