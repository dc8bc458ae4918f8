package app.ringbook.cli.session;

/** Exit codes of the program: a contract with those who script it. */
public final class Exit {
  /** Done. */
  public static final int DONE = 0;

  /** Not done; the data is as it was. */
  public static final int FAILED = 1;

  /** Wrong words on the command line. */
  public static final int WRONG_WORDS = 2;

  /** Done in part: some rows were refused. */
  public static final int PARTLY = 3;

  private Exit() {}
}
