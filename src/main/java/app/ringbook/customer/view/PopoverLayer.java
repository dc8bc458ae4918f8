package app.ringbook.customer.view;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One popover over a page, below what opened it. Esc and a click elsewhere close it, and the
 * keyboard returns to where it was.
 */
public final class PopoverLayer extends Pane {
  private static final double GAP = 4;
  private static final double MARGIN = 8;
  private @Nullable Region shown;
  private @Nullable Node anchor;
  private @Nullable Node focusBefore;
  private Runnable closed = () -> {};

  /** Nothing is open. */
  public PopoverLayer() {
    setPickOnBounds(false);
    sceneProperty()
        .addListener(
            (at, was, is) -> {
              if (was != null) {
                was.removeEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
              }
              if (is != null) {
                is.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
              }
            });
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
  }

  /** True while a popover is open. */
  boolean open() {
    return shown != null;
  }

  /**
   * Opens a popover; one that is open closes.
   *
   * @param first gets the keyboard
   * @param whenClosed told once it is closed
   */
  public void open(Region content, Node below, Node first, Runnable whenClosed) {
    close();
    Scene scene = getScene();
    focusBefore = scene == null ? null : scene.getFocusOwner();
    shown = content;
    anchor = below;
    closed = whenClosed;
    content.getStyleClass().add("rb-popover");
    getChildren().setAll(content);
    applyCss();
    requestLayout();
    first.requestFocus();
  }

  /** Closes what is open. */
  public void close() {
    if (shown == null) {
      return;
    }
    shown = null;
    getChildren().clear();
    Node before = focusBefore;
    focusBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    closed.run();
  }

  private void pressed(MouseEvent event) {
    Region present = shown;
    if (present != null
        && !present
            .localToScene(present.getBoundsInLocal())
            .contains(event.getSceneX(), event.getSceneY())) {
      close();
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && shown != null) {
      close();
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    Region present = shown;
    Node under = anchor;
    if (present == null || under == null || under.getScene() == null) {
      return;
    }
    Bounds bounds = under.localToScene(under.getBoundsInLocal());
    Point2D at = sceneToLocal(bounds.getMinX(), bounds.getMaxY());
    double width = Math.min(present.prefWidth(-1), getWidth() - 2 * MARGIN);
    double height = Math.min(present.prefHeight(width), getHeight() - 2 * MARGIN);
    double x = Math.clamp(at.getX(), MARGIN, Math.max(MARGIN, getWidth() - width - MARGIN));
    double y = Math.clamp(at.getY() + GAP, 0, Math.max(0, getHeight() - height - MARGIN));
    present.resizeRelocate(x, y, width, height);
  }
}
