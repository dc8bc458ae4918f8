package app.ringbook.spreadsheet;

import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.RowReader;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of columns whose fields are chosen from a list, such as tiers and owners, that the
 * list does not have. Not for the window's thread.
 */
public final class ColumnValues {
  /** A column with more different values than this is no list. */
  private static final int MOST = 500;

  private final Database database;

  /**
   * A value that nobody knows yet.
   *
   * @param cells cells that hold it
   */
  public record Unknown(String text, int cells) {}

  /**
   * The unknown values of a column, the most frequent first.
   *
   * @param known what they may mean, as it is written into a cell
   * @param open true if the field also takes a value as it is
   */
  public record Question(
      ColumnMatch.Column column,
      Field field,
      List<String> known,
      boolean open,
      List<Unknown> unknown) {

    /** Cells with an unknown value. */
    public int cells() {
      return unknown.stream().mapToInt(Unknown::cells).sum();
    }
  }

  /** Asks what is stored there. */
  ColumnValues(Database database) {
    this.database = database;
  }

  /** The questions about a sheet, in the order of its columns. */
  public List<Question> questions(
      SheetRows rows, ColumnMatch match, RecordKind kind, Progress progress) {
    List<Question> asked = new ArrayList<>();
    for (ColumnMatch.Column column : match.matched()) {
      Field field = column.field();
      List<String> options = field == null ? List.of() : kind.options(field);
      List<String> stored = field == null || !options.isEmpty() ? List.of() : stored(field);
      List<String> known = options.isEmpty() ? stored : options;
      if (field != null && !known.isEmpty()) {
        List<Unknown> unknown = unknown(rows, match, column, field, known, progress);
        if (!unknown.isEmpty()) {
          asked.add(new Question(column, field, known, options.isEmpty(), unknown));
        }
      }
    }
    return asked;
  }

  private List<String> stored(Field field) {
    List<String> all =
        switch (field.key()) {
          case "owner" -> database.read(KnownValueMapper.class, KnownValueMapper::owners);
          case "source" -> database.read(KnownValueMapper.class, KnownValueMapper::sources);
          default -> List.of();
        };
    return all.size() > MOST ? List.of() : all;
  }

  private static List<Unknown> unknown(
      SheetRows rows,
      ColumnMatch match,
      ColumnMatch.Column column,
      Field field,
      List<String> known,
      Progress progress) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows.forEach(
        match.headerIndex() + 1,
        (i, row) -> {
          if (i % 10_000 == 0) {
            progress.check();
          }
          Cell cell = row.cell(column.index());
          if (!cell.blank() && cell.kind() != Cell.Kind.ERROR) {
            String text = RowReader.clean(cell.text());
            if (counts.containsKey(text) || !isKnown(field, known, text)) {
              counts.merge(text, 1, Integer::sum);
            }
          }
          return counts.size() <= MOST;
        });
    return counts.size() > MOST
        ? List.of()
        : counts.entrySet().stream()
            .map(e -> new Unknown(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingInt(Unknown::cells).reversed().thenComparing(Unknown::text))
            .toList();
  }

  /** A tier written otherwise is known; so is a word in another case. */
  private static boolean isKnown(Field field, List<String> known, String text) {
    return field.kind() == Field.Kind.TIER
        ? RowReader.tier(text).isPresent()
        : known.stream().anyMatch(text::equalsIgnoreCase);
  }
}
