package app.ringbook.cli.session;

/** Ends a command with an exit code after it has said why. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  /**
   * @param code see {@link Exit}
   */
  public CommandFailedException(int code) {
    super("exit " + code, null, false, false);
    this.code = code;
  }

  /** The exit code. */
  public int code() {
    return code;
  }
}
