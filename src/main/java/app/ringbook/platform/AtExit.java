package app.ringbook.platform;

/** Runs a task when the system tells the program to end (Ctrl C, sign-out, shut-down). */
public final class AtExit {
  private AtExit() {}

  /**
   * Registers the task; it runs on a thread of its own and should take at most a few seconds.
   *
   * @return forgets the task when closed
   */
  public static Subscription run(Runnable task) {
    Thread hook = Thread.ofPlatform().name("at-exit").unstarted(task);
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The program is ending already: the task runs or has run.
      }
    };
  }
}
