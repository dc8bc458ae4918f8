package app.ringbook.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The room to be kept free where the caller pop-up lies over the window, so that nothing a person
 * has to read or press is under it. Toasts stand beside it, dialogs too if it is tall. A page does
 * not move when the phone rings; only below strips, which stay as long as their calls, it ends
 * earlier.
 */
final class PopupRoom {
  /** Distance to the pop-up. */
  private static final double APART = 16;

  /** What covers no more than this part of the height is low: a page can do without that room. */
  private static final double LOW = 0.25;

  private final Region content;
  private final ObservableValue<@Nullable Rectangle2D> popup;
  private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.NOTHING);

  /**
   * What is to be kept free at the edges, in pixels.
   *
   * @param toasts beside the pop-up
   * @param dialogs beside a tall one
   * @param page above or below a low one
   */
  record Kept(Insets toasts, Insets dialogs, Insets page) {
    static final Kept NOTHING = new Kept(Insets.EMPTY, Insets.EMPTY, Insets.EMPTY);
  }

  /**
   * @param content all that the window shows
   * @param popup where the pop-up is on the screen, null while it is not shown
   */
  PopupRoom(Region content, ObservableValue<@Nullable Rectangle2D> popup) {
    this.content = content;
    this.popup = popup;
    ObservableValue<Window> window = content.sceneProperty().flatMap(Scene::windowProperty);
    popup.addListener((o, was, now) -> measure());
    content.widthProperty().addListener((o, was, now) -> measure());
    content.heightProperty().addListener((o, was, now) -> measure());
    window.flatMap(Window::xProperty).addListener((o, was, now) -> measure());
    window.flatMap(Window::yProperty).addListener((o, was, now) -> measure());
    measure();
  }

  /** The room to be kept now. */
  ReadOnlyObjectProperty<Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  private void measure() {
    Rectangle2D above = popup.getValue();
    Scene scene = content.getScene();
    Window window = scene == null ? null : scene.getWindow();
    Kept now = Kept.NOTHING;
    if (above != null && scene != null && window != null) {
      double x = window.getX() + scene.getX();
      double y = window.getY() + scene.getY();
      now = of(new Rectangle2D(x, y, content.getWidth(), content.getHeight()), above);
    }
    if (!now.equals(kept.get())) {
      kept.set(now);
    }
  }

  /** The room to be kept in a window whose content is there, both in pixels of the screen. */
  static Kept of(Rectangle2D content, Rectangle2D popup) {
    if (!content.intersects(popup)) {
      return Kept.NOTHING;
    }
    double right = content.getMaxX() - popup.getMinX();
    double fromTop = popup.getMaxY() - content.getMinY() + APART;
    double fromBottom = content.getMaxY() - popup.getMinY() + APART;
    double lowest = LOW * content.getHeight();
    boolean tall = Math.min(fromTop, fromBottom) > lowest;
    Insets page =
        tall
            ? Insets.EMPTY
            : fromBottom <= lowest ? new Insets(0, 0, fromBottom, 0) : new Insets(fromTop, 0, 0, 0);
    // Where so little is left beside the pop-up, nothing can stand there either.
    boolean beside = right < content.getWidth() / 2;
    Insets aside = beside ? new Insets(0, right, 0, 0) : Insets.EMPTY;
    return new Kept(aside, tall ? aside : Insets.EMPTY, page);
  }
}
