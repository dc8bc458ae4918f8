package app.ringbook.ui;

/** Shows toasts. Any thread may call; what is shown changes on the window's thread. */
public interface Toasts {
  /** Shows a toast; at most three stand at once, the oldest that may go makes room. */
  Shown show(Toast toast);

  /** A toast that was shown. */
  interface Shown {
    /**
     * How far the work is.
     *
     * @param fraction 0 to 1, or a negative number while unknown
     * @param count such as {@code 640 of 1,278}, in the present language
     */
    void progress(double fraction, String count);

    /** Takes it away; allowed more than once. */
    void close();
  }
}
