package app.ringbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class KeysUiTest extends FxTest {
  private final List<String> done = new ArrayList<>();
  private final KeyDispatcher keys = new KeyDispatcher();
  private final TextField field = onFx(() -> new TextField());
  private final Button button = onFx(() -> new Button("Other"));
  private final OverlayPane overlay =
      onFx(() -> new OverlayPane(keys, new SimpleBooleanProperty(true)));

  private void open() {
    show(onFx(() -> new StackPane(new VBox(field, button), overlay)), 800, 500);
    fx(
        () -> {
          keys.attach(stage().getScene());
          keys.open(
              () ->
                  List.of(
                      Action.of("n", "ui.dialog.close", "N", () -> done.add("n")),
                      Action.of("help", "ui.dialog.close", "?", () -> done.add("?")),
                      Action.of("k", "ui.dialog.close", "Ctrl K", () -> done.add("k"))));
        });
  }

  @Test
  void singleLettersAreSilentInTextFields() {
    open();
    user().click(field).type("n?").press(KeyCode.CONTROL, KeyCode.K);
    assertThat(done).containsExactly("k");
    user().click(button).type("n?");
    assertThat(done).containsExactly("k", "n", "?");
  }

  @Test
  void nothingFiresWhileAnInputMethodComposes() {
    open();
    user().click(field);
    compose("ni");
    user().press(KeyCode.CONTROL, KeyCode.K);
    assertThat(done).isEmpty();
    compose("");
    user().press(KeyCode.CONTROL, KeyCode.K);
    assertThat(done).containsExactly("k");
  }

  @Test
  void aHigherScopeTakesAKeyOver() {
    open();
    var scope =
        onFx(
            () ->
                keys.open(
                    () -> List.of(Action.of("x", "ui.dialog.close", "N", () -> done.add("top")))));
    user().click(button);
    done.clear();
    user().press(KeyCode.N);
    assertThat(done).containsExactly("top");
    scope.close();
    user().press(KeyCode.N);
    assertThat(done).containsExactly("top", "n");
  }

  @Test
  void escapeClosesASheetFromItsListAndItsTable() {
    open();
    for (Control inside : onFx(() -> List.of(new ListView<>(), new TableView<>()))) {
      AtomicInteger closed = new AtomicInteger();
      fx(() -> overlay.open(new VBox(inside), closed::incrementAndGet));
      fx(inside::requestFocus);
      user().press(KeyCode.ESCAPE);
      assertThat(closed).hasValue(1);
      assertThat(onFx(overlay::isOpen)).isFalse();
    }
  }

  @Test
  void aQuestionFocusesTheSafeButtonAndGivesTheFocusBack() {
    open();
    user().click(field);
    fx(
        () ->
            overlay.ask(
                new Dialogs.Question(
                    "Delete 3 customers for good?",
                    "Their 12 calls and all notes go too. This can’t be undone.",
                    "Keep",
                    "Delete 3",
                    () -> done.add("deleted"))));
    settle();
    snapshot("dialog");
    assertThat(((Button) user().focused()).getText()).isEqualTo("Keep");
    user().press(KeyCode.CONTROL, KeyCode.K);
    assertThat(done).isEmpty();
    user().press(KeyCode.ESCAPE);
    assertThat(user().sees("Keep")).isFalse();
    assertThat(user().focused()).isSameAs(field);
    assertThat(done).isEmpty();
  }

  @Test
  void oneQuestionWaitsForTheOther() {
    open();
    fx(
        () -> {
          overlay.ask(new Dialogs.Question("One?", "", "Keep", "Do one", () -> done.add("one")));
          overlay.ask(new Dialogs.Question("Two?", "", "Keep", "Do two", () -> done.add("two")));
        });
    assertThat(user().sees("Two?")).isFalse();
    user().click("Do one");
    assertThat(done).containsExactly("one");
    assertThat(user().sees("Two?")).isTrue();
  }

  @Test
  void shortcutsReadAsWritten() {
    assertThat(Shortcut.of("Ctrl Shift Left").shown()).isEqualTo("Ctrl Shift ←");
    assertThat(Shortcut.of("F8").shown()).isEqualTo("F8");
    assertThat(Shortcut.of("N").writes()).isTrue();
    assertThat(Shortcut.of("Ctrl N").writes()).isFalse();
  }

  private void compose(String text) {
    fx(
        () ->
            field.fireEvent(
                new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    text.isEmpty()
                        ? List.of()
                        : List.of(
                            new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW)),
                    "",
                    text.length())));
  }
}
