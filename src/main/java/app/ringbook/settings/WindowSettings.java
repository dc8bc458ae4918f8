package app.ringbook.settings;

/**
 * Where the main window was, in pixels of the desktop.
 *
 * @param x left edge
 * @param y top edge
 * @param width width; 0 until the window was closed once
 * @param height height
 * @param maximized true if it filled the screen
 */
public record WindowSettings(double x, double y, double width, double height, boolean maximized) {
  /** What a new installation starts with: the system places the window. */
  public static final WindowSettings DEFAULT = new WindowSettings(0, 0, 0, 0, false);
}
