package app.ringbook.spreadsheet.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What stands between the cells of a text file.
 *
 * @param character the separator
 * @param stated true if the first line is {@code sep=x} and no data
 */
record Separator(char character, boolean stated) {
  private static final char[] KNOWN = {',', ';', '\t', '|'};
  private static final int LOOK = 64 * 1024;
  private static final int LINES = 50;

  /** Finds the separator that cuts the first lines most evenly. */
  static Separator of(Reader reader) throws IOException {
    char[] buffer = new char[LOOK];
    int length = 0;
    for (int read = 0; read >= 0 && length < LOOK; length += Math.max(0, read)) {
      read = reader.read(buffer, length, LOOK - length);
    }
    String text = new String(buffer, 0, length);
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    if (first.length() == 5 && first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
      return new Separator(first.charAt(4), true);
    }
    if (first.equalsIgnoreCase("sep=")) {
      return new Separator('\t', true);
    }
    return new Separator(best(lines(text)), false);
  }

  private static char best(List<int[]> lines) {
    char best = ',';
    double bestScore = 0;
    for (int k = 0; k < KNOWN.length; k++) {
      int column = k;
      int[] counts = lines.stream().mapToInt(line -> line[column]).sorted().toArray();
      if (counts.length == 0) {
        continue;
      }
      int middle = counts[counts.length / 2];
      long even = Arrays.stream(counts).filter(count -> count == middle).count();
      double score =
          middle == 0 ? counts[counts.length - 1] * 0.001 : middle + 10.0 * even / counts.length;
      if (score > bestScore) {
        bestScore = score;
        best = KNOWN[k];
      }
    }
    return best;
  }

  /** Counts of each known separator outside quotes, a line each. */
  private static List<int[]> lines(String text) {
    List<int[]> lines = new ArrayList<>();
    int[] counts = new int[KNOWN.length];
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length() && lines.size() < LINES; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (any) {
          lines.add(counts);
        }
        counts = new int[KNOWN.length];
        any = false;
      } else if (!quoted) {
        any = true;
        for (int k = 0; k < KNOWN.length; k++) {
          counts[k] += c == KNOWN[k] ? 1 : 0;
        }
      }
    }
    if (any && lines.isEmpty()) {
      lines.add(counts);
    }
    return lines;
  }
}
