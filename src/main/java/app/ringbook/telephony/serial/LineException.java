package app.ringbook.telephony.serial;

import java.util.List;

/** Why a port could not be opened, as a text key of the telephony texts. */
public final class LineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reasonKey;
  private final transient List<Object> arguments;

  /**
   * @param reasonKey key of a sentence that says what is wrong and what to do
   * @param arguments what its placeholders stand for
   */
  public LineException(String reasonKey, Object... arguments) {
    super(reasonKey + " " + List.of(arguments));
    this.reasonKey = reasonKey;
    this.arguments = List.of(arguments);
  }

  /** Key of the sentence. */
  public String reasonKey() {
    return reasonKey;
  }

  /** What the sentence's placeholders stand for. */
  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }
}
