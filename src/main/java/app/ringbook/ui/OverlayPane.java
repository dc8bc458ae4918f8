package app.ringbook.ui;

import app.ringbook.platform.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The layer of a window on which dialogs and the palette lie. While something lies there the focus
 * cannot leave it and the keys of the window below are silent. It takes no mouse while empty.
 */
public final class OverlayPane extends StackPane implements Dialogs {
  private static final Duration FADE = Duration.millis(120);
  private static final double MARGIN = 24;

  private final KeyDispatcher keys;
  private final ObservableBooleanValue reduceMotion;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private @Nullable Layer top;

  /** Keys are taken from this dispatcher while something lies here. */
  public OverlayPane(KeyDispatcher keys, ObservableBooleanValue reduceMotion) {
    this.keys = keys;
    this.reduceMotion = reduceMotion;
    getStyleClass().add("rb-overlay");
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::closeFromList);
    sceneProperty()
        .addListener(
            (o, before, scene) -> {
              if (scene != null) {
                scene.focusOwnerProperty().addListener((p, was, now) -> keepFocus(scene, now));
              }
            });
  }

  /** True while something lies over the window. */
  public boolean isOpen() {
    return top != null;
  }

  @Override
  public void ask(Question question) {
    waiting.add(() -> show(dialog(question), Pos.CENTER, true, () -> {}));
    next();
  }

  @Override
  public Subscription open(Region form, Runnable closed) {
    form.getStyleClass().add("rb-dialog");
    return queue(form, Pos.CENTER, true, closed);
  }

  /** As {@link #open} at the top of the window, without a scrim: for the palette. */
  public Subscription openAtTop(Region content, Runnable closed) {
    return queue(content, Pos.TOP_CENTER, false, closed);
  }

  private Subscription queue(Region content, Pos where, boolean scroll, Runnable closed) {
    Runnable opening = () -> show(content, where, scroll, closed);
    waiting.add(opening);
    next();
    return () -> {
      waiting.remove(opening);
      Layer present = top;
      if (present != null && present.content.equals(content)) {
        close(present);
      }
    };
  }

  private void next() {
    Runnable opening = top == null ? waiting.poll() : null;
    if (opening != null) {
      opening.run();
    }
  }

  private record Layer(
      Region content, Node shown, @Nullable Node focusBefore, Subscription keys, Runnable closed) {}

  private void show(Region content, Pos where, boolean scroll, Runnable closed) {
    Scene scene = getScene();
    Node before = scene == null ? null : scene.getFocusOwner();
    Node shown = scroll ? scrolling(content) : content;
    StackPane.setAlignment(shown, where);
    content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    Subscription scope =
        keys.openAlone(() -> List.of(Action.of("close", "ui.dialog.close", "Esc", this::closeTop)));
    top = new Layer(content, shown, before, scope, closed);
    getChildren().setAll(shown);
    setVisible(true);
    if (!reduceMotion.get()) {
      FadeTransition fade = new FadeTransition(FADE, this);
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
    applyCss();
    focusFirst(content);
  }

  /** Lists and tables take Esc for themselves, even with no cell in editing. */
  private void closeFromList(KeyEvent event) {
    boolean idle =
        switch (event.getTarget()) {
          case ListView<?> list -> list.getEditingIndex() < 0;
          case TableView<?> table -> table.getEditingCell() == null;
          case TreeView<?> tree -> tree.getEditingItem() == null;
          case null, default -> false;
        };
    if (idle && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      closeTop();
    }
  }

  private void closeTop() {
    Layer present = top;
    if (present != null) {
      close(present);
    }
  }

  private void close(Layer layer) {
    top = null;
    layer.keys.close();
    getChildren().clear();
    setVisible(false);
    setOpacity(1);
    Node before = layer.focusBefore;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    layer.closed.run();
    next();
  }

  private Region dialog(Question question) {
    Label title = new Label(question.title());
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    Label text = new Label(question.text());
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    Button safe = new Button(question.safe());
    safe.setCancelButton(true);
    safe.setOnAction(e -> closeTop());
    Button act = new Button(question.act());
    act.getStyleClass().add("danger");
    act.setOnAction(e -> closeThen(question.done()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, space, safe, act);
    buttons.setAlignment(Pos.CENTER_LEFT);
    Runnable instead = question.instead();
    if (question.insteadText() != null && instead != null) {
      Hyperlink link = new Hyperlink(question.insteadText());
      link.setOnAction(e -> closeThen(instead));
      buttons.getChildren().addFirst(link);
    }
    VBox box = new VBox(title, text, buttons);
    box.getStyleClass().addAll("rb-dialog", "rb-question");
    box.getProperties().put("first", safe);
    box.setAccessibleText(question.title());
    return box;
  }

  private void closeThen(Runnable act) {
    closeTop();
    act.run();
  }

  private ScrollPane scrolling(Region content) {
    StackPane holder = new StackPane(content);
    content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setMargin(content, new javafx.geometry.Insets(MARGIN));
    ScrollPane scroll = new ScrollPane(holder);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("rb-overlay-scroll");
    return scroll;
  }

  private void keepFocus(Scene scene, @Nullable Node now) {
    Layer present = top;
    if (present != null && now != null && !inside(now)) {
      Fx.later(
          () -> {
            Node owner = scene.getFocusOwner();
            if (present.equals(top) && owner != null && !inside(owner)) {
              focusFirst(present.content);
            }
          });
    }
  }

  private boolean inside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private static void focusFirst(Region content) {
    Node first =
        content.getProperties().get("first") instanceof Node wanted
            ? wanted
            : firstFocusable(content);
    if (first != null) {
      first.requestFocus();
    }
  }

  private static @Nullable Node firstFocusable(Node node) {
    if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
      return node;
    }
    if (node instanceof javafx.scene.Parent parent && node.isVisible()) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
