package app.ringbook.shell;

import app.ringbook.settings.Settings;
import app.ringbook.settings.WindowSettings;
import app.ringbook.ui.Fx;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window back where it was, and onto a screen if that one is gone. */
public final class WindowBounds {
  /** Smallest width at which everything is usable. */
  public static final double MIN_WIDTH = 1120;

  /** Smallest height at which everything is usable. */
  public static final double MIN_HEIGHT = 700;

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private WindowBounds() {}

  /** Restores the window before it is shown, and remembers its place when it closes. */
  public static void restore(Stage stage, Settings settings) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    WindowSettings wanted = settings.window();
    Rectangle2D bounds = clamp(wanted, screens);
    stage.setMinWidth(Math.min(MIN_WIDTH, bounds.getWidth()));
    stage.setMinHeight(Math.min(MIN_HEIGHT, bounds.getHeight()));
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
    stage.setMaximized(wanted.maximized());
    pullDown(stage);
    stage.addEventHandler(javafx.stage.WindowEvent.WINDOW_HIDING, e -> remember(stage, settings));
  }

  /**
   * Some window managers put the content where the frame was wanted, and the frame above the
   * screen, where nobody can take hold of it. It is pulled down once it is known where it stands.
   */
  private static void pullDown(Stage stage) {
    ChangeListener<Number> moved =
        new ChangeListener<>() {
          @Override
          public void changed(ObservableValue<? extends Number> place, Number before, Number now) {
            List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
            WindowSettings stands =
                new WindowSettings(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            if (stage.isShowing() && !stage.isMaximized() && hidesTitle(stands, screens)) {
              stage.yProperty().removeListener(this);
              Rectangle2D bounds = clamp(stands, screens);
              Fx.later(
                  () -> {
                    stage.setX(bounds.getMinX());
                    stage.setY(bounds.getMinY());
                  });
            }
          }
        };
    stage.yProperty().addListener(moved);
  }

  /** True if the upper edge of the window lies above the screen that shows most of it. */
  static boolean hidesTitle(WindowSettings window, List<Rectangle2D> screens) {
    Rectangle2D bounds = clamp(window, screens);
    return window.y() < bounds.getMinY();
  }

  private static void remember(Stage stage, Settings settings) {
    WindowSettings before = settings.window();
    settings.changeWindow(
        stage.isMaximized() && before.width() > 0
            ? new WindowSettings(before.x(), before.y(), before.width(), before.height(), true)
            : new WindowSettings(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized()));
  }

  /**
   * The bounds on a living screen: the one with most of the window, its size cut to that screen;
   * centred on the first screen if none shows any of it.
   *
   * @param screens usable areas, the primary one first; not empty
   */
  static Rectangle2D clamp(WindowSettings wanted, List<Rectangle2D> screens) {
    Rectangle2D screen = screens.getFirst();
    double most = 0;
    for (Rectangle2D candidate : screens) {
      double shared = shared(wanted, candidate);
      if (shared > most) {
        most = shared;
        screen = candidate;
      }
    }
    double width = Math.min(wanted.width() > 0 ? wanted.width() : WIDTH, screen.getWidth());
    double height = Math.min(wanted.height() > 0 ? wanted.height() : HEIGHT, screen.getHeight());
    if (most == 0) {
      return new Rectangle2D(
          screen.getMinX() + (screen.getWidth() - width) / 2,
          screen.getMinY() + (screen.getHeight() - height) / 2,
          width,
          height);
    }
    return new Rectangle2D(
        Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width),
        Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height),
        width,
        height);
  }

  private static double shared(WindowSettings window, Rectangle2D screen) {
    double width =
        Math.min(window.x() + window.width(), screen.getMaxX())
            - Math.max(window.x(), screen.getMinX());
    double height =
        Math.min(window.y() + window.height(), screen.getMaxY())
            - Math.max(window.y(), screen.getMinY());
    return width > 0 && height > 0 ? width * height : 0;
  }
}
