package app.ringbook.customer.view.profile;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** Tags as chips with a cross each, and a field that proposes those in use. */
final class TagsEditor extends FlowPane {
  private static final int PROPOSED = 6;
  private static final Pattern SEPARATORS = Pattern.compile("[,，;；\n]");
  private final Language language;
  private final List<String> tags = new ArrayList<>();
  private final TextField input = new TextField();
  private final ContextMenu menu = new ContextMenu();
  private List<String> known = List.of();

  TagsEditor(Language language, List<String> before) {
    super(6, 6);
    this.language = language;
    getStyleClass().add("tags-editor");
    setPrefWrapLength(500);
    tags.addAll(before);
    input.setId("tag-input");
    input.setPrefColumnCount(12);
    input.promptTextProperty().bind(language.text("customer.tags.prompt"));
    input.accessibleTextProperty().bind(language.text("customer.tags.prompt"));
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    input.textProperty().addListener((at, was, is) -> typed(is));
    input.focusedProperty().addListener((at, was, is) -> left(is));
    draw();
  }

  /** Tags to propose, the most used first. */
  void propose(List<String> used) {
    known = used;
  }

  /** What stands here now, with what is typed and not yet a chip. */
  List<String> tags() {
    List<String> all = new ArrayList<>(tags);
    add(all, input.getText());
    return all;
  }

  private void draw() {
    getChildren().clear();
    for (String tag : tags) {
      Button chip = new Button(tag);
      chip.setMnemonicParsing(false);
      chip.setGraphic(Icons.of(Feather.X));
      chip.setContentDisplay(ContentDisplay.RIGHT);
      chip.getStyleClass().addAll("small", "tag-chip");
      chip.accessibleTextProperty().bind(language.text("customer.tags.remove", tag));
      chip.setOnAction(
          e -> {
            tags.remove(tag);
            draw();
            input.requestFocus();
          });
      getChildren().add(chip);
    }
    getChildren().add(input);
  }

  private void typed(String text) {
    if (SEPARATORS.matcher(text).find()) {
      take(text);
      return;
    }
    String start = text.strip().toLowerCase(Locale.ROOT);
    menu.getItems().clear();
    if (!start.isEmpty()) {
      known.stream()
          .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(start) && !tags.contains(tag))
          .limit(PROPOSED)
          .forEach(tag -> menu.getItems().add(proposal(tag)));
    }
    if (menu.getItems().isEmpty() || getScene() == null) {
      menu.hide();
    } else if (!menu.isShowing()) {
      menu.show(input, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem proposal(String tag) {
    MenuItem item = new MenuItem(tag);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> take(tag));
    return item;
  }

  private void take(String text) {
    add(tags, text);
    input.clear();
    menu.hide();
    draw();
    input.requestFocus();
  }

  private static void add(List<String> to, String text) {
    SEPARATORS
        .splitAsStream(text)
        .map(String::strip)
        .filter(tag -> !tag.isEmpty() && !to.contains(tag))
        .forEach(to::add);
  }

  private void left(boolean entered) {
    if (!entered) {
      menu.hide();
    }
  }

  private void pressed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isControlDown();
    if (event.getCode() == KeyCode.ENTER && plain && !input.getText().isBlank()) {
      take(input.getText());
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE
        && input.getText().isEmpty()
        && !tags.isEmpty()) {
      tags.removeLast();
      draw();
      input.requestFocus();
      event.consume();
    }
  }
}
