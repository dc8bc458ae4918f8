package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/**
 * Notices when a caller can be read on the screen, for measuring. Painted means: the name (or the
 * number, for a caller nobody is sure of) stands in the pop-up's scene, and the screen, read back
 * pixel by pixel, shows the colour of its letters where it did not before the call. Looked at once
 * a pulse, so it is told up to one pulse (16 ms) late and never early.
 *
 * <p>The screen has to be one whose pixels a program may read, such as the one in memory of a
 * program without a display. Used on the window's thread.
 */
public final class PaintedCaller {
  private static final int LEAST_PIXELS = 12;
  private static final double ALIKE = 0.12;

  private final CallPopup popup;
  private final AppClock clock;
  private final Robot robot = new Robot();

  /**
   * A caller that was painted.
   *
   * @param shown the name or number as it stands there
   * @param nanos when, by the clock's {@link AppClock#nanoTime}
   */
  public record Painted(String shown, long nanos) {}

  /** Looks at this pop-up. */
  public PaintedCaller(CallPopup popup, AppClock clock) {
    this.popup = popup;
    this.clock = clock;
  }

  /**
   * The next caller, told on the window's thread. To be called before it rings, while the pop-up is
   * not on the screen: what is there now is what the letters are told apart from. The caller must
   * be another one than before, since a screen in memory keeps what a hidden window painted.
   */
  public CompletableFuture<Painted> next() {
    WritableImage before = robot.getScreenCapture(null, Screen.getPrimary().getBounds());
    CompletableFuture<Painted> told = new CompletableFuture<>();
    AnimationTimer looking =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (told.isDone()) {
              stop();
            } else if (popup.node().lookup(".popup-person .page-title") instanceof Label name
                && painted(name, before)) {
              stop();
              told.complete(new Painted(name.getText(), clock.nanoTime()));
            }
          }
        };
    // Looking keeps the pulses going: an idle window has to stay idle until it rings.
    InvalidationListener filled = o -> looking.start();
    popup.node().getChildren().addListener(filled);
    return told.whenComplete(
        (painted, failure) -> popup.node().getChildren().removeListener(filled));
  }

  private boolean painted(Label name, WritableImage before) {
    Bounds box = name.localToScreen(name.getBoundsInLocal());
    if (!popup.showing() || box == null || !(name.getTextFill() instanceof Color letters)) {
      return false;
    }
    int left = (int) Math.max(0, box.getMinX());
    int top = (int) Math.max(0, box.getMinY());
    int width = (int) Math.min(before.getWidth() - left, box.getWidth());
    int height = (int) Math.min(before.getHeight() - top, box.getHeight());
    if (width <= 0 || height <= 0) {
      return false;
    }
    PixelReader now = robot.getScreenCapture(null, left, top, width, height).getPixelReader();
    PixelReader then = before.getPixelReader();
    int fresh = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (alike(now.getColor(x, y), letters)
            && !alike(then.getColor(left + x, top + y), letters)) {
          fresh++;
        }
      }
    }
    return fresh >= LEAST_PIXELS;
  }

  private static boolean alike(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < ALIKE
        && Math.abs(one.getGreen() - other.getGreen()) < ALIKE
        && Math.abs(one.getBlue() - other.getBlue()) < ALIKE;
  }
}
