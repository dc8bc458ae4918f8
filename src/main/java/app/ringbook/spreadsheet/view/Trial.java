package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.RepairExamples;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the rows would become: the rehearsal of all of them, and a preview of one. A new rehearsal
 * drops the one before.
 */
public final class Trial {
  private final Background background;
  private final ImportLine imports;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable Rehearsal> rehearsal =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RowDraft> preview = new ReadOnlyObjectWrapper<>();
  private Background.@Nullable Job<Tried> running;
  private Map<ProblemKind, List<RepairExamples.Example>> examples = Map.of();
  private @Nullable Subject subject;
  private int previewIndex;

  private record Subject(SheetRows rows, ColumnMatch match, ImportOptions options) {}

  private record Tried(
      Rehearsal rehearsal, Map<ProblemKind, List<RepairExamples.Example>> examples) {}

  /**
   * @param failed hears of what went wrong
   */
  Trial(Background background, ImportLine imports, Consumer<Throwable> failed) {
    this.background = background;
    this.imports = imports;
    this.failed = failed;
  }

  /** Tries rows anew, as they are matched and chosen now; null for either clears everything. */
  void start(@Nullable SheetRows rows, @Nullable ColumnMatch match, ImportOptions options) {
    Background.Job<Tried> before = running;
    if (before != null) {
      before.cancel();
    }
    if (!onlyDecided(rows, match, options)) {
      rehearsal.set(null);
    }
    if (rows == null || match == null) {
      subject = null;
      preview.set(null);
      return;
    }
    subject = new Subject(rows, match, options);
    Background.Job<Tried> job = background.run(p -> tried(rows, match, options, p)).orElse(failed);
    running = job;
    job.then(
        result -> {
          if (running == job) {
            examples = result.examples();
            rehearsal.set(result.rehearsal());
          }
        });
    showRow(Math.max(previewIndex, match.headerIndex() + 1));
  }

  /** While a person decides row by row, the list stays until the next one is there. */
  private boolean onlyDecided(
      @Nullable SheetRows rows, @Nullable ColumnMatch match, ImportOptions options) {
    Subject before = subject;
    return before != null
        && before.rows() == rows
        && before.match().equals(match)
        && before.options().withDecisions(options.decisions()).equals(options);
  }

  private Tried tried(SheetRows rows, ColumnMatch match, ImportOptions options, Progress progress) {
    Rehearsal found = imports.rehearse(rows, match, options, progress);
    return new Tried(found, RepairExamples.of(rows, imports.reader(match, options), found));
  }

  /** Cells before and after the repair of a problem that the present rehearsal found. */
  List<RepairExamples.Example> examples(ProblemKind kind) {
    return examples.getOrDefault(kind, List.of());
  }

  /** Goes back to the first row below the headers. */
  void rewind() {
    previewIndex = 0;
  }

  /** Shows what another row becomes; beyond the ends nothing happens. */
  public void previewBy(int rowsOn) {
    showRow(previewIndex + rowsOn);
  }

  private void showRow(int index) {
    Subject now = subject;
    if (now == null || index <= now.match().headerIndex() || index >= now.rows().size()) {
      return;
    }
    previewIndex = index;
    background
        .run(p -> imports.reader(now.match(), now.options()).read(index, now.rows().at(index)))
        .orElse(failed)
        .then(preview::set);
  }

  /** Place of the row previewed among the rows below the headers, from 1. */
  public int previewPlace() {
    Subject now = subject;
    return now == null ? 0 : previewIndex - now.match().headerIndex();
  }

  /** What becomes of every row; null while that is being found out. */
  public ReadOnlyObjectProperty<@Nullable Rehearsal> rehearsalProperty() {
    return rehearsal.getReadOnlyProperty();
  }

  /** What the previewed row becomes, or null. */
  public ReadOnlyObjectProperty<@Nullable RowDraft> previewProperty() {
    return preview.getReadOnlyProperty();
  }
}
