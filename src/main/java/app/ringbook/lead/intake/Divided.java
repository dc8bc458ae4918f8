package app.ringbook.lead.intake;

import java.util.ArrayList;
import java.util.List;

/** Cells of a text as spreadsheets put it on the clipboard: quotes hold breaks and separators. */
final class Divided {
  private Divided() {}

  /** The rows; each has at least one cell. */
  static List<List<String>> rows(String text, char separator) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' && !quoted) {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
