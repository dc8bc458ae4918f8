package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.RefusedRows;
import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetInfo;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.match.ColumnMatch;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State and actions of the import. Whatever takes time runs in the background; results arrive on
 * the front executor, where all of this is used.
 */
public final class ImportModel {
  private static final Logger LOG = LoggerFactory.getLogger(ImportModel.class);
  private final Background background;
  private final ImportLine imports;
  private final ReadOnlyObjectWrapper<ImportStep> step =
      new ReadOnlyObjectWrapper<>(ImportStep.FILE);
  private final ReadOnlyObjectWrapper<@Nullable SheetFile> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SheetRows> rows = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ProblemException> problem =
      new ReadOnlyObjectWrapper<>();
  private final ImportWork work;
  private final Trial trial;
  private final Matching matching;
  private final Deciding deciding;
  private final PastImports past;

  /**
   * @param background runs what takes time
   * @param imports the line of an import
   * @param numbers knows countries, for the matching
   * @param settings keeps matches by the shape of files
   */
  public ImportModel(
      Background background, ImportLine imports, PhoneNumbers numbers, Settings settings) {
    this.background = background;
    this.imports = imports;
    this.work = new ImportWork(background, imports, busy, this::failed);
    this.past = new PastImports(background, imports, busy, this::failed);
    this.trial = new Trial(background, imports, this::failed);
    this.matching = new Matching(background, imports, numbers, settings, trial, this::failed);
    this.deciding = new Deciding(background, imports, matching, rows::get, this::failed);
  }

  /** Opens a file; with one sheet that is not hidden the columns come at once. */
  public void open(Path path) {
    begin();
    background
        .run(p -> SheetFile.open(path))
        .orElse(this::failed)
        .then(
            opened -> {
              busy.set(false);
              file.set(opened);
              long visible = opened.sheets().stream().filter(s -> !s.hidden()).count();
              if (visible == 1 || opened.sheets().size() == 1) {
                choose(opened.sheet(null));
              }
            });
  }

  /** Reads a sheet of the open file and matches its columns. */
  public void choose(SheetInfo sheet) {
    SheetFile opened = file.get();
    if (opened == null) {
      return;
    }
    closeRows();
    problem.set(null);
    busy.set(true);
    background
        .run(p -> loaded(opened, sheet, p))
        .orElse(this::failed)
        .then(
            loaded -> {
              busy.set(false);
              rows.set(loaded.rows());
              matching.begin(loaded.rows(), loaded.match());
              step.set(ImportStep.MATCH);
            });
  }

  private record Loaded(SheetRows rows, ColumnMatch match) {}

  private Loaded loaded(SheetFile opened, SheetInfo sheet, Progress running) {
    SheetRows read = opened.load(sheet, running);
    try {
      return new Loaded(read, matching.recognised(read));
    } catch (RuntimeException e) {
      read.close();
      throw e;
    }
  }

  /** Rows below the headers. */
  public int rowCount() {
    SheetRows open = rows.get();
    ColumnMatch now = matching.matchProperty().get();
    return open == null || now == null ? 0 : Math.max(0, open.size() - now.headerIndex() - 1);
  }

  /** True if some column can name a customer, so that a review makes sense. */
  public boolean canReview() {
    return matching.enough();
  }

  /** True if the review is there and some row can be imported. */
  public boolean canCommit() {
    Rehearsal known = trial.rehearsalProperty().get();
    return known != null && !busy.get() && known.read() > known.count(Outcome.REFUSED);
  }

  /** Goes to the review. */
  public void review() {
    if (canReview()) {
      step.set(ImportStep.REVIEW);
    }
  }

  /** One step back; from the columns to the choice of the file. */
  public void back() {
    problem.set(null);
    step.set(step.get() == ImportStep.REVIEW ? ImportStep.MATCH : ImportStep.FILE);
  }

  /** Starts over with another file. */
  public void startOver() {
    begin();
    busy.set(false);
  }

  /** Imports; the columns are remembered for files of this shape. Also goes on after a stop. */
  public void commit() {
    SheetRows open = rows.get();
    ColumnMatch now = matching.matchProperty().get();
    if (open == null || now == null || busy.get()) {
      return;
    }
    matching.remember();
    problem.set(null);
    work.reset();
    step.set(ImportStep.DONE);
    work.commit(open, now, matching.optionsProperty().get());
  }

  /** The import at work, and what came of it. */
  public ImportWork work() {
    return work;
  }

  /** Takes the import back as a whole. */
  public void undo() {
    problem.set(null);
    work.undo();
  }

  /** Writes the refused rows with their reasons. */
  public void saveRefused(Path target, Texts texts) {
    SheetRows open = rows.get();
    ColumnMatch now = matching.matchProperty().get();
    ImportLine.Done made = work.doneProperty().get();
    Rehearsal known = made == null ? trial.rehearsalProperty().get() : made.rows();
    if (open != null && now != null && known != null) {
      problem.set(null);
      ImportOptions chosen = matching.optionsProperty().get();
      background
          .run(p -> new RefusedRows(texts).write(open, imports.reader(now, chosen), known, target))
          .orElse(this::failed)
          .then(count -> LOG.info("{} refused rows written", count));
    }
  }

  /** Frees the temporary file. */
  public void close() {
    closeRows();
  }

  private void begin() {
    closeRows();
    file.set(null);
    problem.set(null);
    work.reset();
    step.set(ImportStep.FILE);
    busy.set(true);
  }

  private void closeRows() {
    SheetRows open = rows.get();
    rows.set(null);
    matching.end();
    if (open != null) {
      open.close();
    }
  }

  private void failed(Throwable failure) {
    if (failure instanceof ProblemException refused) {
      LOG.info("Import step refused: {}", refused.key());
    } else {
      LOG.warn("Import step failed", failure);
    }
    busy.set(false);
    problem.set(
        failure instanceof ProblemException sentence
            ? sentence
            : new ProblemException(failure, "spreadsheet.problem.unexpected"));
  }

  /** Name of the open file; empty if there is none. */
  public String fileName() {
    SheetFile opened = file.get();
    return opened == null ? "" : opened.name();
  }

  /** Sheets of the open file. */
  public List<SheetInfo> sheets() {
    SheetFile opened = file.get();
    return opened == null ? List.of() : opened.sheets();
  }

  /** Where the user is. */
  public ReadOnlyObjectProperty<ImportStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The open file, or null. */
  public ReadOnlyObjectProperty<@Nullable SheetFile> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** The rows of the chosen sheet, or null. */
  public ReadOnlyObjectProperty<@Nullable SheetRows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Which column fills which field, and what the user decided. */
  public Matching matching() {
    return matching;
  }

  /** Rows that may be stored customers, and what the user says about them. */
  public Deciding deciding() {
    return deciding;
  }

  /** Earlier imports. */
  public PastImports past() {
    return past;
  }

  /** The rehearsal of all rows and the preview of one. */
  public Trial trial() {
    return trial;
  }

  /** True while a file is read, or rows are written or taken back. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What went wrong, or null. */
  public ReadOnlyObjectProperty<@Nullable ProblemException> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
