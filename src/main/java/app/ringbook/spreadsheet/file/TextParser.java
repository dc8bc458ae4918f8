package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.write.FormulaGuard;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads separated text of any size in little memory. Every cell is text. A quote that is never
 * closed takes at most one limit's worth of characters before the file is refused.
 */
final class TextParser implements SheetParser {
  private static final int RECORD_CHARACTERS = 4_000_000;

  @Override
  public void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink)
      throws IOException {
    String name = SheetFile.baseName(file);
    sink.sheet(new SheetInfo(name, false));
    if (sheet == null) {
      return;
    }
    TextEncoding encoding = TextEncoding.of(file);
    Separator separator;
    try (Reader reader = reader(file, encoding)) {
      separator = Separator.of(reader);
    }
    try (LimitedReader reader = new LimitedReader(reader(file, encoding))) {
      rows(reader, separator, sink);
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private static Reader reader(Path file, TextEncoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.markBytes());
    return new BufferedReader(
        new InputStreamReader(
            in,
            encoding
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        64 * 1024);
  }

  private static void rows(LimitedReader reader, Separator separator, Sink sink)
      throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator.character())
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    SheetLimits limits = new SheetLimits();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      while (hasNext(records, reader)) {
        CSVRecord record = records.next();
        long number = record.getRecordNumber();
        reader.next(number);
        if (number == 1 && separator.stated()) {
          continue;
        }
        SheetLimits.row(number);
        List<Cell> cells = cells(record, (int) number, limits);
        if (!cells.isEmpty()) {
          sink.row(new SheetRow((int) number, cells));
        }
      }
    }
  }

  /** What stands behind a quote that is never closed would be one cell, however many rows it is. */
  private static boolean hasNext(Iterator<CSVRecord> records, LimitedReader reader) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      if (reader.ended) {
        throw new ProblemException(e, "spreadsheet.problem.record", reader.record + 1);
      }
      throw e;
    }
  }

  private static List<Cell> cells(CSVRecord record, int number, SheetLimits limits) {
    List<Cell> cells = new ArrayList<>(record.size());
    int used = 0;
    for (int i = 0; i < record.size(); i++) {
      String text = FormulaGuard.bare(record.get(i));
      if (!text.isEmpty()) {
        limits.cell(number, i, text.length());
        used = i + 1;
      }
      if (i < SheetLimits.COLUMNS) {
        cells.add(Cell.text(text));
      }
    }
    return cells.subList(0, used);
  }

  /** Refuses a record of endless length before it fills the memory. */
  private static final class LimitedReader extends FilterReader {
    private long record;
    private long taken;
    private boolean ended;

    private LimitedReader(Reader in) {
      super(in);
    }

    private void next(long number) {
      record = number;
      taken = 0;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      ended |= c < 0;
      count(1);
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      ended |= read < 0;
      count(Math.max(0, read));
      return read;
    }

    private void count(int characters) {
      taken += characters;
      if (taken > RECORD_CHARACTERS) {
        throw new ProblemException("spreadsheet.problem.record", record + 1);
      }
    }
  }
}
