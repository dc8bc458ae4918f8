package app.ringbook.customer.view;

import app.ringbook.platform.Subscription;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something asked over the window: a title, fields, what saving is called. Esc cancels, Enter in a
 * line and Ctrl Enter anywhere save, but never while an input method composes.
 */
public class Sheet extends VBox {
  private static final double WIDTH = 440;
  private final Composition composition = new Composition(this);
  private final VBox fields = new VBox();
  private final HBox buttons = new HBox();
  private final Label problem = new Label();
  private final Button save = new Button();
  private final Button cancel = new Button();
  private @Nullable Subscription shown;
  private Runnable saving = () -> {};

  /** An empty sheet; the keys name its title and its primary button. */
  protected Sheet(Language language, String titleKey, String saveKey) {
    getStyleClass().add("form-sheet");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    Label title = new Label();
    title.textProperty().bind(language.text(titleKey));
    title.getStyleClass().add("dialog-title");
    fields.getStyleClass().add("fields");
    problem.getStyleClass().add("rb-problem");
    problem.setWrapText(true);
    problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "danger"));
    problem.setMinHeight(USE_PREF_SIZE);
    problem("");
    cancel.textProperty().bind(language.text("customer.sheet.cancel"));
    cancel.setOnAction(e -> close());
    save.textProperty().bind(language.text(saveKey));
    save.getStyleClass().add("accent");
    save.setOnAction(e -> saving.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    buttons.getStyleClass().add("buttons");
    buttons.getChildren().addAll(space, cancel, save);
    getChildren().addAll(title, fields, problem, buttons);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Adds a field or another node. */
  protected final void add(Node node) {
    fields.getChildren().add(node);
  }

  /** Puts something at the left end of the buttons. */
  protected final void addAtLeft(Node node) {
    buttons.getChildren().addFirst(node);
  }

  /** Where the keyboard goes first. */
  protected final void startAt(Node node) {
    getProperties().put("first", node);
  }

  /** What saving does; it closes the sheet itself once saved. */
  protected final void onSave(Runnable task) {
    saving = task;
  }

  /** The primary button. */
  protected final Button saveButton() {
    return save;
  }

  /** All is done and stays to be read: what is left is to close the sheet, called by this key. */
  protected final void over(Language language, String closeKey) {
    buttons.getChildren().remove(cancel);
    save.textProperty().bind(language.text(closeKey));
    save.setDisable(false);
    saving = this::close;
  }

  /** Shows what is wrong, in the present language; an empty text when all is well. */
  protected final void problem(String sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
    problem.setManaged(!sentence.isEmpty());
  }

  /** Lays the sheet over the window, after what lies there now. */
  public final void showOn(Dialogs dialogs) {
    shown = dialogs.open(this, () -> {});
  }

  /** Takes the sheet away. */
  public final void close() {
    if (shown != null) {
      shown.close();
    }
  }

  private void pressed(KeyEvent event) {
    boolean withControl = event.isShortcutDown() || event.isControlDown();
    boolean inLine = event.getTarget() instanceof TextField;
    if (event.getCode() == KeyCode.ENTER
        && !composition.going()
        && !event.isAltDown()
        && (withControl || inLine)) {
      event.consume();
      if (!save.isDisabled()) {
        saving.run();
      }
    }
  }
}
