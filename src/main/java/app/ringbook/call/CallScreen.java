package app.ringbook.call;

/**
 * Shows calls to a person. Called on the call thread or the desk's paperwork thread, one call's
 * cards one at a time and in the order in which things happen; an implementation hands on to its
 * own thread and returns at once.
 */
public interface CallScreen {

  /** A call began: told once a call, before {@link #updated} and {@link #ended}. */
  void ringing(CallCard card);

  /** More is known of a call, or it was answered, or its recording began, stopped or failed. */
  void updated(CallCard card);

  /**
   * The call is over; told once a call. {@link #updated} follows once more when its recording and
   * row are safe.
   */
  void ended(CallCard card);

  /**
   * True if it gives the right of way that a call claims at its first ring back itself, as soon as
   * the caller can be read on it.
   */
  default boolean paints() {
    return false;
  }

  /** Shows nothing: for the line without a window. */
  static CallScreen none() {
    return new CallScreen() {
      @Override
      public void ringing(CallCard card) {}

      @Override
      public void updated(CallCard card) {}

      @Override
      public void ended(CallCard card) {}
    };
  }
}
