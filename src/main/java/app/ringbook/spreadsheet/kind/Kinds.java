package app.ringbook.spreadsheet.kind;

import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of records that can be imported.
 *
 * @param all the usual one first
 */
public record Kinds(List<RecordKind> all) {

  /** Copies the list. */
  public Kinds {
    all = List.copyOf(all);
  }

  /**
   * The kind with this name.
   *
   * @throws ProblemException if there is none; the sentence lists those there are
   */
  public RecordKind byWord(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(kind -> kind.word().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    "spreadsheet.problem.noSuchKind",
                    word,
                    String.join(", ", all.stream().map(RecordKind::word).toList())));
  }
}
