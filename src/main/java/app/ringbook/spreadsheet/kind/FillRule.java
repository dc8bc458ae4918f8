package app.ringbook.spreadsheet.kind;

import app.ringbook.platform.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** What the values of a column do to a field of a record that is stored already. */
public enum FillRule {
  /** They replace what stands there. */
  OVERWRITE,
  /** They fill it where it is empty. */
  EMPTY,
  /** They leave it alone; new records take them. */
  NEVER;

  /** Its name on the command line and in saved matches. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its label. */
  public String labelKey() {
    return "spreadsheet.fill." + word();
  }

  /**
   * The rule with this name.
   *
   * @throws ProblemException if there is none; the sentence lists those there are
   */
  public static FillRule byWord(String word) {
    return Arrays.stream(values())
        .filter(rule -> rule.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    "spreadsheet.problem.noSuchRule",
                    word,
                    String.join(", ", Arrays.stream(values()).map(FillRule::word).toList())));
  }
}
