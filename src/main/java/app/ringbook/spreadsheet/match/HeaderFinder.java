package app.ringbook.spreadsheet.match;

import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the row with the headers: not always the first, sometimes below a title, sometimes in two
 * rows with merged cells.
 */
final class HeaderFinder {
  /** How many rows are looked at. */
  static final int LOOK = 40;

  /**
   * Where the headers stand.
   *
   * @param index row of the headers among the rows looked at; -1 if there is none
   * @param headers a header a column; empty where there is none
   */
  record Found(int index, List<String> headers) {}

  private final Fields fields;

  private HeaderFinder(Fields fields) {
    this.fields = fields;
  }

  /** Finds the headers in the first rows of a sheet. */
  static Found find(List<SheetRow> first, Fields fields) {
    return new HeaderFinder(fields).find(first);
  }

  private Found find(List<SheetRow> first) {
    int best = -1;
    double bestScore = 0;
    for (int i = 0; i < Math.min(LOOK, first.size()); i++) {
      double score = score(first.get(i));
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    if (best < 0 && !first.isEmpty() && looksLikeHeaders(first)) {
      best = 0;
    }
    if (best >= 0 && best + 1 < first.size() && secondRow(first.get(best), first.get(best + 1))) {
      best++;
    }
    return best < 0 ? new Found(-1, blanks(first)) : new Found(best, headers(first, best));
  }

  /** Different fields named, less what no header row has: numbers, long texts. */
  private double score(SheetRow row) {
    Set<String> named = new HashSet<>();
    double score = 0;
    int filled = 0;
    int odd = 0;
    for (Cell cell : row.cells()) {
      if (cell.blank()) {
        continue;
      }
      filled++;
      if (cell.kind() != Cell.Kind.TEXT || cell.text().length() > 60) {
        odd++;
        continue;
      }
      var guess = fields.guess(cell.text());
      if (guess.isPresent() && named.add(guess.get().field().key())) {
        score += guess.get().sure();
      }
    }
    boolean enough = named.size() >= 2 || (named.size() == 1 && filled <= 2 && score >= 0.9);
    return enough && odd * 2 <= filled ? score - 0.3 * odd : 0;
  }

  /** Headers below merged headers: nothing but names of fields, right under the first row. */
  private boolean secondRow(SheetRow headers, SheetRow next) {
    List<Cell> filled = next.cells().stream().filter(cell -> !cell.blank()).toList();
    return next.number() == headers.number() + 1
        && !filled.isEmpty()
        && filled.stream()
            .allMatch(c -> c.kind() == Cell.Kind.TEXT && fields.guess(c.text()).isPresent());
  }

  /** No field was recognised: a first row of short texts above something else is still a header. */
  private static boolean looksLikeHeaders(List<SheetRow> first) {
    SheetRow top = first.getFirst();
    Set<String> different = new HashSet<>();
    for (Cell cell : top.cells()) {
      if (cell.blank()) {
        continue;
      }
      boolean word = cell.kind() == Cell.Kind.TEXT && cell.text().length() <= 40;
      if (!word
          || cell.text().chars().anyMatch(Character::isDigit)
          || !different.add(cell.text())) {
        return false;
      }
    }
    if (different.size() < 2 || first.size() < 2) {
      return false;
    }
    return first.subList(1, first.size()).stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.text().chars().anyMatch(Character::isDigit));
  }

  private List<String> headers(List<SheetRow> first, int index) {
    int width = width(first);
    List<String> headers = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      String header = first.get(index).cell(column).text().strip();
      if (header.isEmpty()
          && index > 0
          && first.get(index - 1).number() + 1 == first.get(index).number()) {
        String above = first.get(index - 1).cell(column).text().strip();
        header = fields.guess(above).isPresent() ? above : "";
      }
      headers.add(header.replaceAll("\\s+", " "));
    }
    return headers;
  }

  private static List<String> blanks(List<SheetRow> first) {
    return new ArrayList<>(java.util.Collections.nCopies(width(first), ""));
  }

  private static int width(List<SheetRow> rows) {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
