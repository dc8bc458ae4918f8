package app.ringbook.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A person at mouse and keyboard. The mouse is the toolkit's robot, so that what lies on top gets
 * the click; keys go to the node that has the focus. Every act waits until the window has answered.
 */
public final class FxUser {
  private final Supplier<Stage> stage;

  FxUser(Supplier<Stage> stage) {
    this.stage = stage;
  }

  /** Clicks the node found by {@link #find}. */
  public FxUser click(String query) {
    return click(find(query));
  }

  /** Clicks the middle of the node. */
  public FxUser click(Node node) {
    return click(node, 1);
  }

  /** Clicks the middle of the node twice. */
  public FxUser doubleClick(Node node) {
    return click(node, 2);
  }

  /** Moves the mouse over the node. */
  public FxUser hover(Node node) {
    FxTest.settle();
    FxTest.onFx(() -> moveTo(node));
    FxTest.settle();
    return this;
  }

  /** Types letters into what has the focus. */
  public FxUser type(String text) {
    for (int i = 0; i < text.length(); i++) {
      String typed = text.substring(i, i + 1);
      KeyCode code =
          Arrays.stream(KeyCode.values())
              .filter(k -> k.getChar().equalsIgnoreCase(typed))
              .findFirst()
              .orElse(KeyCode.UNDEFINED);
      FxTest.fx(
          () -> {
            fire(KeyEvent.KEY_PRESSED, typed, code, Set.of());
            fire(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, Set.of());
            fire(KeyEvent.KEY_RELEASED, typed, code, Set.of());
          });
    }
    FxTest.settle();
    return this;
  }

  /** Presses one key while the given modifier keys are down: {@code press(CONTROL, K)}. */
  public FxUser press(KeyCode... keys) {
    KeyCode last = keys[keys.length - 1];
    Set<KeyCode> modifiers = Set.copyOf(Arrays.asList(keys).subList(0, keys.length - 1));
    FxTest.fx(
        () -> {
          fire(KeyEvent.KEY_PRESSED, modifiers.isEmpty() ? last.getChar() : "", last, modifiers);
          fire(KeyEvent.KEY_RELEASED, "", last, modifiers);
        });
    FxTest.settle();
    return this;
  }

  /**
   * A visible node by {@code #id}, {@code .style-class} or the text it shows, in any window, the
   * top window first. Fails when there is none.
   */
  public Node find(String query) {
    return FxTest.onFx(
        () ->
            windows().stream()
                .map(w -> first(w.getScene().getRoot(), matching(query)))
                .filter(n -> n != null)
                .findFirst()
                .orElseThrow(
                    () -> new AssertionError("Nothing shows \"" + query + "\" in " + texts())));
  }

  /** True if a visible node shows this; see {@link #find}. */
  public boolean sees(String query) {
    return FxTest.onFx(
        () ->
            windows().stream()
                .anyMatch(w -> first(w.getScene().getRoot(), matching(query)) != null));
  }

  /** Everything that can be read in the visible windows, in the order of the scene. */
  public List<String> texts() {
    return FxTest.onFx(
        () -> {
          List<String> all = new java.util.ArrayList<>();
          windows().forEach(w -> collect(w.getScene().getRoot(), all));
          return all;
        });
  }

  /** The node that has the focus in the shown stage. */
  public Node focused() {
    return FxTest.onFx(() -> target(stage.get().getScene()));
  }

  private FxUser click(Node node, int times) {
    // What was just shown has no place yet: the mouse would go past it.
    FxTest.settle();
    FxTest.fx(
        () -> {
          Robot robot = moveTo(node);
          for (int i = 0; i < times; i++) {
            robot.mouseClick(MouseButton.PRIMARY);
          }
        });
    FxTest.settle();
    return this;
  }

  private static Robot moveTo(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    if (bounds == null) {
      throw new AssertionError(node + " is not on the screen");
    }
    Robot robot = new Robot();
    robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
    return robot;
  }

  private void fire(
      javafx.event.EventType<KeyEvent> type, String text, KeyCode code, Set<KeyCode> modifiers) {
    boolean typed = type == KeyEvent.KEY_TYPED;
    Node target = target(stage.get().getScene());
    target.fireEvent(
        new KeyEvent(
            type,
            typed ? text : KeyEvent.CHAR_UNDEFINED,
            typed ? "" : text,
            code,
            modifiers.contains(KeyCode.SHIFT),
            modifiers.contains(KeyCode.CONTROL),
            modifiers.contains(KeyCode.ALT),
            modifiers.contains(KeyCode.META)));
  }

  private static Node target(Scene scene) {
    Node owner = scene.getFocusOwner();
    return owner == null ? scene.getRoot() : owner;
  }

  private static List<Window> windows() {
    return List.copyOf(Window.getWindows()).reversed().stream()
        .filter(w -> w.isShowing() && w.getScene() != null)
        .toList();
  }

  private static Predicate<Node> matching(String query) {
    if (query.startsWith("#")) {
      return node -> query.substring(1).equals(node.getId());
    }
    if (query.startsWith(".")) {
      return node -> node.getStyleClass().contains(query.substring(1));
    }
    return node -> query.equals(text(node)) || query.equals(node.getAccessibleText());
  }

  private static @org.jspecify.annotations.Nullable Node first(
      Node node, Predicate<Node> matching) {
    if (!node.isVisible()) {
      return null;
    }
    if (matching.test(node)) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = first(child, matching);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static void collect(Node node, List<String> all) {
    if (!node.isVisible()) {
      return;
    }
    String text = node instanceof Text shown ? shown.getText() : "";
    if (!text.isBlank()) {
      all.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  private static @org.jspecify.annotations.Nullable String text(Node node) {
    return switch (node) {
      case Labeled labeled -> labeled.getText();
      case TextInputControl input -> input.getText();
      case Text text -> text.getText();
      default -> null;
    };
  }
}
