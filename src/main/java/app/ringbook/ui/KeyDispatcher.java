package app.ringbook.ui;

import app.ringbook.platform.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * All shortcuts of one scene. Scopes lie on each other: the window's, the page's, a dialog's; the
 * last one opened is asked first. A control that uses a key itself keeps it. Keys that write, such
 * as {@code N}, are silent in text fields; while an input method composes, no key fires and none
 * reaches a control's own handlers.
 */
public final class KeyDispatcher {
  private final List<Scope> scopes = new ArrayList<>();
  private boolean composing;
  private boolean wrote;

  private record Scope(Supplier<List<Action>> actions, boolean closed) {}

  /** Takes over the keys of the scene; once. */
  public void attach(Scene scene) {
    scene.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> composing = !e.getComposed().isEmpty());
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          wrote = false;
          if (composing) {
            e.consume();
          }
        });
    // A key that led to a text field, such as "/" to a filter, is not also written into it.
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (wrote) {
            e.consume();
          }
        });
    scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> dispatch(e, scene.getFocusOwner()));
    // A text field that loses the focus in the middle of composing hears no end of it.
    scene.focusOwnerProperty().addListener((o, before, now) -> composing = false);
  }

  /** Adds a scope on top until the subscription is closed; the actions are asked at each key. */
  public Subscription open(Supplier<List<Action>> actions) {
    return add(new Scope(actions, false));
  }

  /** As {@link #open}, and keeps every key from the scopes below: for dialogs and the palette. */
  public Subscription openAlone(Supplier<List<Action>> actions) {
    return add(new Scope(actions, true));
  }

  /**
   * What can be done by keys now, the top scope first; an action with keys that are taken by a
   * higher scope is left out.
   */
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    for (Scope scope : scopes.reversed()) {
      scope.actions().get().stream().filter(action -> !taken(all, action)).forEach(all::add);
      if (scope.closed()) {
        break;
      }
    }
    return all;
  }

  private static boolean taken(List<Action> above, Action action) {
    Shortcut shortcut = action.shortcut();
    return shortcut != null && above.stream().anyMatch(a -> shortcut.equals(a.shortcut()));
  }

  private Subscription add(Scope scope) {
    scopes.add(scope);
    return () -> scopes.remove(scope);
  }

  private void dispatch(KeyEvent event, @Nullable Node focused) {
    if (event.isConsumed()) {
      return;
    }
    for (Action action : actions()) {
      Shortcut shortcut = action.shortcut();
      if (shortcut != null
          && shortcut.matches(event)
          && !(shortcut.writes() && writesInto(focused))) {
        event.consume();
        wrote = shortcut.writes();
        action.run().run();
        return;
      }
    }
  }

  private static boolean writesInto(@Nullable Node focused) {
    return switch (focused) {
      case TextInputControl input -> input.isEditable();
      case ComboBoxBase<?> combo -> combo.isEditable();
      case Spinner<?> spinner -> spinner.isEditable();
      case null, default -> false;
    };
  }
}
