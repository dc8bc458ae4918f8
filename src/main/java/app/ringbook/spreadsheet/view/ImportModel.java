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
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.RowRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State and actions of the import. Whatever takes time runs in the background; results arrive on
 * the front executor, where all of this is used. Every change of columns or options starts a new
 * rehearsal and drops the one before.
 */
public final class ImportModel {
  private static final Logger LOG = LoggerFactory.getLogger(ImportModel.class);
  private final Background background;
  private final ImportLine imports;
  private final PhoneNumbers numbers;
  private final Settings settings;
  private final ReadOnlyObjectWrapper<ImportStep> step =
      new ReadOnlyObjectWrapper<>(ImportStep.FILE);
  private final ReadOnlyObjectWrapper<@Nullable SheetFile> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SheetRows> rows = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ColumnMatch> match = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ImportOptions> options =
      new SimpleObjectProperty<>(ImportOptions.DEFAULT);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper remembered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ProblemException> problem =
      new ReadOnlyObjectWrapper<>();
  private final ImportWork work;
  private final Trial trial;
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
    this.numbers = numbers;
    this.settings = settings;
    this.work = new ImportWork(background, imports, busy, this::failed);
    this.past = new PastImports(background, imports, busy, this::failed);
    this.trial = new Trial(background, imports, this::failed);
    options.addListener((o, before, now) -> tryOut());
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
              remembered.set(false);
              recall(loaded.match());
              step.set(ImportStep.MATCH);
            });
  }

  private record Loaded(SheetRows rows, ColumnMatch match) {}

  private Loaded loaded(SheetFile opened, SheetInfo sheet, Progress running) {
    SheetRows read = opened.load(sheet, running);
    try {
      return new Loaded(read, new ColumnMatcher(numbers, kind().fields()).match(read));
    } catch (RuntimeException e) {
      read.close();
      throw e;
    }
  }

  /** Puts the match of an earlier file of this shape over what was recognised. */
  private void recall(ColumnMatch recognised) {
    Map<String, String> saved = settings.imports().matches().get(shape(recognised));
    ColumnMatch now = saved == null ? recognised : recognised.withSaved(saved);
    remembered.set(saved != null && !now.equals(recognised));
    options.set(
        options.get().withRules(options.get().rules().withDateOrder(recognised.dateOrder())));
    trial.rewind();
    changed(now);
  }

  /** Forgets the saved match for the columns shown. */
  public void matchAnew() {
    SheetRows open = rows.get();
    if (open == null) {
      return;
    }
    background
        .run(p -> new ColumnMatcher(numbers, kind().fields()).match(open))
        .orElse(this::failed)
        .then(
            fresh -> {
              remembered.set(false);
              changed(fresh);
            });
  }

  /** Says which field a column fills; null leaves it out. */
  public void map(int column, @Nullable Field field) {
    ColumnMatch now = match.get();
    if (now != null) {
      changed(now.with(column, field));
    }
  }

  private void changed(ColumnMatch now) {
    match.set(now);
    tryOut();
  }

  private void tryOut() {
    trial.start(rows.get(), match.get(), options.get());
  }

  /** Rows below the headers. */
  public int rowCount() {
    SheetRows open = rows.get();
    ColumnMatch now = match.get();
    return open == null || now == null ? 0 : Math.max(0, open.size() - now.headerIndex() - 1);
  }

  /** True if some column can name a customer, so that a review makes sense. */
  public boolean canReview() {
    ColumnMatch now = match.get();
    return now != null && kind().enough(now);
  }

  /** True if the review is there and some row can be imported. */
  public boolean canCommit() {
    Rehearsal known = trial.rehearsalProperty().get();
    return known != null && !busy.get() && known.read() > known.count(Outcome.REFUSED);
  }

  /** What rows become. */
  public RecordKind kind() {
    return imports.kinds().byWord(options.get().kind());
  }

  /** Files of one shape may be matched otherwise when their rows become something else. */
  private String shape(ColumnMatch sheet) {
    String word = options.get().kind();
    boolean usual = word.equals(ImportOptions.DEFAULT.kind());
    return usual ? sheet.shape() : word + "\n" + sheet.shape();
  }

  /** What rows can become. */
  public List<RecordKind> kinds() {
    return imports.kinds().all();
  }

  /** Makes something else of the rows; their columns are matched anew. */
  public void become(RecordKind wanted) {
    SheetRows open = rows.get();
    if (!wanted.word().equals(options.get().kind())) {
      options.set(options.get().withKind(wanted.word()));
      if (open != null) {
        background
            .run(p -> new ColumnMatcher(numbers, wanted.fields()).match(open))
            .orElse(this::failed)
            .then(this::recall);
      }
    }
  }

  /** Says where all rows come from; blank leaves each row its own source. */
  public void cameFrom(String source) {
    String words = source.isBlank() ? null : source.strip();
    RowRules rules = options.get().rules();
    if (!Objects.equals(words, rules.source())) {
      options.set(options.get().withRules(rules.withSource(words)));
    }
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
    ColumnMatch now = match.get();
    if (open == null || now == null || busy.get()) {
      return;
    }
    settings.changeImports(s -> s.with(shape(now), now.saved()));
    problem.set(null);
    work.reset();
    step.set(ImportStep.DONE);
    work.commit(open, now, options.get());
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
    ColumnMatch now = match.get();
    ImportLine.Done made = work.doneProperty().get();
    Rehearsal known = made == null ? trial.rehearsalProperty().get() : made.rows();
    if (open != null && now != null && known != null) {
      problem.set(null);
      ImportOptions chosen = options.get();
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
    options.set(ImportOptions.DEFAULT.withKind(options.get().kind()));
    step.set(ImportStep.FILE);
    busy.set(true);
  }

  private void closeRows() {
    SheetRows open = rows.get();
    rows.set(null);
    match.set(null);
    tryOut();
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

  /** Which column fills which field, or null. */
  public ReadOnlyObjectProperty<@Nullable ColumnMatch> matchProperty() {
    return match.getReadOnlyProperty();
  }

  /** What the user decided. */
  public ObjectProperty<ImportOptions> optionsProperty() {
    return options;
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

  /** True if the match is that of an earlier file of this shape. */
  public ReadOnlyBooleanProperty rememberedProperty() {
    return remembered.getReadOnlyProperty();
  }

  /** What went wrong, or null. */
  public ReadOnlyObjectProperty<@Nullable ProblemException> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
