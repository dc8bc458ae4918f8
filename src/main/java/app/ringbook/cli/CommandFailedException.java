package app.ringbook.cli;

/** Ends a command with an exit code after it has said why. */
final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  CommandFailedException(int code) {
    super("exit " + code, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}
