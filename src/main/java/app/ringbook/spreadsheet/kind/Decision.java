package app.ringbook.spreadsheet.kind;

import app.ringbook.platform.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a row that may be a stored customer.
 *
 * @param choice what happens with it
 * @param reason why it is another customer, for {@link Choice#NEW}; else null
 */
public record Decision(Choice choice, @Nullable String reason) {

  /** What can happen with such a row. */
  public enum Choice {
    /** It is left out. */
    SKIP,
    /** It is that customer, and fills what is empty there. */
    UPDATE,
    /** It is another customer, for a reason. */
    NEW;

    /** Its name on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Text key of its label. */
    public String labelKey() {
      return "spreadsheet.decision." + word();
    }
  }

  /**
   * Checks that there is a reason where one is needed.
   *
   * @throws ProblemException if not
   */
  public Decision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    if ((choice == Choice.NEW) == (reason == null)) {
      throw new ProblemException("spreadsheet.problem.noReason");
    }
  }

  /** It is left out. */
  public static final Decision SKIPPED = new Decision(Choice.SKIP, null);

  /** It is that customer. */
  public static final Decision UPDATED = new Decision(Choice.UPDATE, null);

  /** It is another customer, for this reason. */
  public static Decision another(String reason) {
    return new Decision(Choice.NEW, reason);
  }

  /**
   * Reads {@code skip}, {@code update} or {@code new:why}.
   *
   * @throws ProblemException if it is none of them, or a reason is missing
   */
  public static Decision of(String words) {
    String[] parts = words.split(":", 2);
    Choice choice =
        Arrays.stream(Choice.values())
            .filter(c -> c.word().equals(parts[0].strip().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new ProblemException("spreadsheet.problem.noDecision", words));
    return new Decision(choice, parts.length < 2 ? null : parts[1]);
  }
}
