package app.ringbook.ui;

/** Goes to places and back. Used on the window's thread. */
public interface Navigation {
  /** Shows the place and remembers the present one for {@link #back}. */
  void open(Place place);

  /** Returns to the place before, if there is one. */
  void back();
}
