package app.ringbook.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person must be told: what happened and what to do, as a text key and its arguments.
 * Screens show it in place, the command line prints it; neither shows a stack trace.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key key of the sentence in the texts, for example {@code store.problem.locked}
   * @param arguments what the sentence's placeholders stand for
   */
  public ProblemException(String key, Object... arguments) {
    this(null, key, arguments);
  }

  /** As the other constructor, with the technical cause for the log. */
  public ProblemException(@Nullable Throwable cause, String key, Object... arguments) {
    super(key + " " + List.of(arguments), cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Key of the sentence in {@link Texts}. */
  public String key() {
    return key;
  }

  /** What the sentence's placeholders stand for. */
  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }

  /** The sentence in the reader's language. */
  public String sentence(Texts texts) {
    return texts.text(key, arguments().toArray());
  }
}
