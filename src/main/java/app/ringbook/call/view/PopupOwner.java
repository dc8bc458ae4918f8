package app.ringbook.call.view;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;

/**
 * The invisible window of one pixel that owns the caller pop-up: a pop-up of the main window would
 * go with it when that is made small. Showing a window takes the keyboard from whoever has it, so
 * this one is shown once, before the main window, which takes the keyboard for itself. On the
 * window's thread.
 */
public final class PopupOwner {
  /** Off the screen, where no frame that a window manager may draw is seen. */
  private static final double BESIDE = -200;

  private final Stage stage = new Stage(StageStyle.UTILITY);

  /** An owner of its own, shown when the first pop-up is. */
  PopupOwner() {}

  /**
   * The owner beside a main window, shown and closed with it; made by the first call, which has to
   * come before the main window is shown.
   */
  public static PopupOwner of(Stage main) {
    return (PopupOwner)
        main.getProperties().computeIfAbsent(PopupOwner.class, none -> beside(main));
  }

  private static PopupOwner beside(Stage main) {
    PopupOwner owner = new PopupOwner();
    main.addEventHandler(WindowEvent.WINDOW_SHOWING, e -> owner.show());
    main.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> owner.close());
    return owner;
  }

  /** Shows it; does nothing if it is shown. */
  void show() {
    if (stage.isShowing()) {
      return;
    }
    stage.setScene(new Scene(new Region(), 1, 1, Color.TRANSPARENT));
    stage.setOpacity(0);
    stage.setAlwaysOnTop(true);
    stage.setWidth(1);
    stage.setHeight(1);
    stage.setX(beside());
    stage.setY(beside());
    stage.show();
  }

  Stage window() {
    return stage;
  }

  void close() {
    stage.close();
  }

  /** The headless screen fails to draw what lies outside of it, and has no window manager. */
  private static double beside() {
    return "Headless".equals(System.getProperty("glass.platform")) ? 0 : BESIDE;
  }

  /** A place where nobody sees a window, as x and as y. */
  static double unseen() {
    return beside() == 0
        ? 0
        : Screen.getScreens().stream().mapToDouble(s -> s.getBounds().getMinX()).min().orElse(0)
            + 10 * BESIDE;
  }
}
