package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of a spreadsheet program or a separated text, recognised by content. Opening names the
 * sheets; {@link #load} reads the rows of one. Calls take as long as the file is large: not for the
 * window's thread. Every failure is a {@link ProblemException} with a sentence.
 */
public final class SheetFile {
  private final Path path;
  private final SheetKind kind;
  private final SheetParser parser;
  private final List<SheetInfo> sheets;

  private SheetFile(Path path, SheetKind kind, SheetParser parser, List<SheetInfo> sheets) {
    this.path = path;
    this.kind = kind;
    this.parser = parser;
    this.sheets = List.copyOf(sheets);
  }

  /** Opens a file; Excel files are parsed in a child process. */
  public static SheetFile open(Path path) {
    return open(path, new InChild());
  }

  /** Opens a file that this program wrote itself, without a child process. */
  public static SheetFile openTrusted(Path path) {
    return open(
        path, (file, kind, sheet, sink) -> SheetParser.of(kind).parse(file, kind, sheet, sink));
  }

  private static SheetFile open(Path path, SheetParser parser) {
    List<SheetInfo> sheets = new ArrayList<>();
    SheetKind kind =
        guarded(
            path,
            () -> {
              SheetKind found = Sniffer.kind(path);
              parser.parse(path, found, null, new Names(sheets));
              return found;
            });
    if (sheets.isEmpty()) {
      throw new ProblemException("spreadsheet.problem.noSheets", name(path));
    }
    return new SheetFile(path, kind, parser, sheets);
  }

  /** Where the file lies. */
  public Path path() {
    return path;
  }

  /** Name of the file without its folder. */
  public String name() {
    return name(path);
  }

  /** What it is by content. */
  public SheetKind kind() {
    return kind;
  }

  /** Its sheets in the order of their tabs, hidden ones too. */
  public List<SheetInfo> sheets() {
    return sheets;
  }

  /**
   * A sheet by name, upper and lower case alike; without a name the first that is not hidden.
   *
   * @throws ProblemException if there is no such sheet; the sentence lists those there are
   */
  public SheetInfo sheet(@Nullable String name) {
    if (name == null) {
      return sheets.stream().filter(s -> !s.hidden()).findFirst().orElse(sheets.getFirst());
    }
    return sheets.stream()
        .filter(s -> s.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    "spreadsheet.problem.noSuchSheet",
                    name,
                    String.join(", ", sheets.stream().map(SheetInfo::name).toList())));
  }

  /**
   * Reads all rows of a sheet once and keeps them in a temporary file, so that matching, rehearsal
   * and import see the same rows without parsing again. Close the result.
   */
  public SheetRows load(SheetInfo sheet, Progress progress) {
    return guarded(
        path,
        () -> {
          SheetRows.Writer writer = SheetRows.writer(this, sheet);
          boolean whole = false;
          try {
            parser.parse(path, kind, sheet.name(), new Spool(writer, progress));
            SheetRows rows = writer.finish();
            whole = true;
            return rows;
          } finally {
            if (!whole) {
              writer.discard();
            }
          }
        });
  }

  /** Shows the rows of a sheet once, as they are read, and keeps none. */
  public void each(SheetInfo sheet, Consumer<SheetRow> taker) {
    guarded(
        path,
        () -> {
          parser.parse(path, kind, sheet.name(), new Passing(taker));
          return true;
        });
  }

  /** File name without folder. */
  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** File name without folder and ending: what a text file's only sheet is called. */
  static String baseName(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private static <T> T guarded(Path path, Step<T> step) {
    try {
      return step.run();
    } catch (ProblemException | CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw Refusal.of(e, name(path));
    }
  }

  private record Names(List<SheetInfo> sheets) implements SheetParser.Sink {
    @Override
    public void sheet(SheetInfo sheet) {
      sheets.add(sheet);
    }

    @Override
    public void row(SheetRow row) {}
  }

  private record Passing(Consumer<SheetRow> taker) implements SheetParser.Sink {
    @Override
    public void sheet(SheetInfo sheet) {}

    @Override
    public void row(SheetRow row) {
      taker.accept(row);
    }
  }

  private record Spool(SheetRows.Writer writer, Progress progress) implements SheetParser.Sink {
    @Override
    public void sheet(SheetInfo sheet) {}

    @Override
    public void row(SheetRow row) throws IOException {
      if (!row.blank()) {
        writer.add(row);
      }
      if (row.number() % 1000 == 0) {
        progress.at(row.number(), -1);
        progress.check();
      }
    }
  }
}
