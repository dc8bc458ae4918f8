package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Rows that may be stored customers, one beside the other, and what a person says about them. */
public final class Deciding {
  private final Background background;
  private final ImportLine imports;
  private final Matching matching;
  private final Supplier<@Nullable SheetRows> rows;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable Pair> pair = new ReadOnlyObjectWrapper<>();
  private @Nullable RowResult chosen;

  /**
   * A row and the stored customer it may be about.
   *
   * @param row what becomes of the row
   * @param draft what the row says
   * @param twin the stored customer
   */
  public record Pair(RowResult row, RowDraft draft, RecordKind.Existing twin) {}

  /**
   * @param rows of the open sheet
   * @param failed hears of what went wrong
   */
  Deciding(
      Background background,
      ImportLine imports,
      Matching matching,
      Supplier<@Nullable SheetRows> rows,
      Consumer<Throwable> failed) {
    this.background = background;
    this.imports = imports;
    this.matching = matching;
    this.rows = rows;
    this.failed = failed;
  }

  /** True if rows wait for a person's word. */
  public boolean asks() {
    return matching.optionsProperty().get().policy() == DuplicatePolicy.ASK
        && matching.kind().asks();
  }

  /** Shows a row beside its twin; null, or a row without one, shows nothing. */
  public void choose(@Nullable RowResult row) {
    chosen = row;
    SheetRows open = rows.get();
    ColumnMatch match = matching.matchProperty().get();
    if (row == null || row.twinId() == 0 || !asks() || open == null || match == null) {
      pair.set(null);
      return;
    }
    ImportOptions options = matching.optionsProperty().get();
    RecordKind kind = matching.kind();
    background
        .run(
            p ->
                kind.existing(row.twinId())
                    .map(
                        twin ->
                            new Pair(
                                row,
                                imports
                                    .reader(match, options)
                                    .read(row.index(), open.at(row.index())),
                                twin)))
        .orElse(failed)
        .then(
            found -> {
              if (row.equals(chosen)) {
                pair.set(found.orElse(null));
              }
            });
  }

  /** What was decided about a row, or null. */
  public @Nullable Decision of(RowResult row) {
    return asks() ? matching.optionsProperty().get().decisions().of(row.number(), row.why()) : null;
  }

  /**
   * Decides about a row, or about all that were recognised in the same way and have no decision of
   * their own.
   */
  public void decide(RowResult row, Decision decision, boolean alike) {
    ImportOptions options = matching.optionsProperty().get();
    Decisions before = options.decisions();
    Decisions now = alike ? before.with(row.why(), decision) : before.with(row.number(), decision);
    matching.optionsProperty().set(options.withDecisions(now));
  }

  /** The row in question beside its twin, or null. */
  public ReadOnlyObjectProperty<@Nullable Pair> pairProperty() {
    return pair.getReadOnlyProperty();
  }
}
