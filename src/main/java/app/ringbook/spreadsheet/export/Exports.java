package app.ringbook.spreadsheet.export;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.write.CsvWriter;
import app.ringbook.spreadsheet.write.SheetColumn;
import app.ringbook.spreadsheet.write.SheetTable;
import app.ringbook.spreadsheet.write.SheetWriter;
import app.ringbook.spreadsheet.write.WholeFile;
import app.ringbook.spreadsheet.write.XlsxWriter;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes exports. Each is a row and an entry of the journal: who took how many records out of the
 * house, when and where to. Not for the window's thread.
 */
public final class Exports {
  private static final String TABLE = "export_run";
  private static final int LONGEST_FILE = 500;
  private static final int LONGEST_NARROWED = 2000;
  private static final int LONGEST_AUTHOR = 200;
  private final Database database;
  private final ExportSources sources;
  private final AppClock clock;
  private final Supplier<String> currency;

  /**
   * What an export did.
   *
   * @param rows rows below the headings, or cards
   * @param cut texts longer than a cell of a workbook, which stand there shortened
   * @param file where it went
   * @param seconds time it took
   */
  public record Done(long rows, long cut, Path file, double seconds) {}

  /**
   * @param currency the one that is meant where none is written
   */
  public Exports(
      Database database, ExportSources sources, AppClock clock, Supplier<String> currency) {
    this.database = database;
    this.sources = sources;
    this.clock = clock;
    this.currency = currency;
  }

  /** What can be exported. */
  public ExportSources sources() {
    return sources;
  }

  /**
   * Writes a sheet or a file of address cards, whole or not at all.
   *
   * @param source what is exported
   * @param narrowed what narrowed it, in the text form of filters; empty for nothing
   * @param format as what; address cards are for people only
   * @throws app.ringbook.platform.ProblemException with a sentence if the file cannot be written
   * @throws java.util.concurrent.CancellationException if the progress says so
   */
  public <R> Done write(
      ExportSource<R> source,
      String narrowed,
      Path file,
      ExportFormat format,
      Texts texts,
      Progress progress) {
    long began = clock.nanoTime();
    if (format.cards()) {
      SheetWriter.Written cards = cards(source, file, format, progress);
      return done(source.word(), narrowed, file, format, cards, began);
    }
    SheetWriter writer = format == ExportFormat.CSV ? new CsvWriter() : new XlsxWriter();
    SheetTable table = table(source, texts, progress);
    SheetWriter.Written written = WholeFile.write(file, out -> writer.write(table, out));
    return done(source.word(), narrowed, file, format, written, began);
  }

  private static SheetWriter.Written cards(
      ExportSource<?> source, Path file, ExportFormat format, Progress progress) {
    if (!source.word().equals(ContactKind.WORD)) {
      throw new ProblemException("spreadsheet.export.problem.cards");
    }
    VCards.People people =
        sink ->
            source
                .records()
                .each(
                    progress,
                    one -> {
                      if (one instanceof Person person) {
                        sink.accept(person);
                      }
                    });
    long written = WholeFile.write(file, out -> new VCards(format).write(people, out));
    return new SheetWriter.Written(written, 0);
  }

  private <R> SheetTable table(ExportSource<R> source, Texts texts, Progress progress) {
    Cells cells = new Cells(texts, clock, currency.get());
    List<ExportColumn<R>> columns = source.columns();
    return new SheetTable(
        texts.text("spreadsheet.export.what." + source.word()),
        columns.stream().map(c -> new SheetColumn(c.heading(), c.shape())).toList(),
        sink ->
            source
                .records()
                .each(
                    progress,
                    one -> {
                      List<@Nullable Object> row = new ArrayList<>(columns.size());
                      columns.forEach(c -> row.add(cells.cell(c.value().apply(one))));
                      sink.row(row);
                    }));
  }

  private Done done(
      String what,
      String narrowed,
      Path file,
      ExportFormat format,
      SheetWriter.Written written,
      long began) {
    database.write(
        Change.of("spreadsheet.change.exported", String.valueOf(file.getFileName())),
        tx ->
            tx.insert(
                Row.of(TABLE, tx.nextId(TABLE), 0)
                    .set("target", what)
                    .set("file_name", cut(file.toString(), LONGEST_FILE))
                    .set("format", format.name())
                    .set("rows_written", written.rows())
                    .set("narrowed", narrowed.isEmpty() ? null : cut(narrowed, LONGEST_NARROWED))
                    .set("author", cut(database.actor(), LONGEST_AUTHOR))
                    .set("exported_at", clock.now())
                    .build()));
    double seconds = (clock.nanoTime() - began) / 1e9;
    return new Done(written.rows(), written.cut(), file, seconds);
  }

  /** The latest exports, the newest first. */
  public List<ExportRun> latest(int limit) {
    return database.read(ExportRunMapper.class, m -> m.latest(limit));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
