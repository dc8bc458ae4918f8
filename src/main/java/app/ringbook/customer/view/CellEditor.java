package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.ui.controls.LinkButton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Edits one cell of the list, in a field that lies over the cell so that rows may come and go below
 * it. Enter saves and goes down, Tab saves and goes right, Esc restores; leaving the field saves.
 */
final class CellEditor extends Pane {
  private static final double GAP = 4;
  private final Surroundings around;
  private final ListFields fields;
  private final CustomersTable table;
  private final Consumer<Integer> moveDown;
  private final Runnable ended;
  private final TextField field = new TextField();
  private final VBox below = new VBox();
  private final Composition composition = new Composition(this);
  private @Nullable CellEdit edit;
  private @Nullable CellTyping typing;
  private @Nullable WordList choices;
  private String typedAtFirst = "";
  private Runnable next = () -> {};
  private boolean choosing;

  /**
   * @param moveDown chooses the row so many further down
   * @param ended told when no cell is edited any more
   */
  CellEditor(
      Surroundings around,
      ListFields fields,
      CustomersTable table,
      Consumer<Integer> moveDown,
      Runnable ended) {
    this.around = around;
    this.fields = fields;
    this.table = table;
    this.moveDown = moveDown;
    this.ended = ended;
    setPickOnBounds(false);
    setVisible(false);
    field.setId("cell-editor");
    field.getStyleClass().add("rb-cell-editor");
    below.getStyleClass().add("rb-popover");
    getChildren().addAll(field, below);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.textProperty().addListener((at, was, is) -> typed());
    field.focusedProperty().addListener((at, was, is) -> left(is));
  }

  /** True while a cell is edited. */
  boolean editing() {
    return edit != null;
  }

  /** Begins to edit a cell whose row is in sight and read. */
  void begin(long id, String what) {
    Optional<CustomerRecord> line = table.line(id);
    table.sight().revealColumn(what);
    Optional<Field<CustomerRecord>> edited = fields.byKey(what).filter(ListFields::edits);
    if (editing()
        || line.isEmpty()
        || edited.isEmpty()
        || table.sight().cellBounds(id, what).isEmpty()) {
      return;
    }
    CellEdit fresh = new CellEdit(around.book(), around.background(), edited.get(), line.get());
    fresh.state().addListener((at, was, is) -> showState(is));
    CellTyping kind = new CellTyping(around, fields, edited.get());
    typing = kind;
    typedAtFirst = kind.asTyped(fresh.before());
    next = () -> {};
    field.getStyleClass().remove("invalid");
    field.setDisable(false);
    field
        .accessibleTextProperty()
        .bind(Bindings.createStringBinding(() -> fields.label(what), around.language()));
    field.setText(typedAtFirst);
    edit = fresh;
    setVisible(true);
    showBelow();
    requestLayout();
    field.requestFocus();
    field.selectAll();
  }

  private void pressed(KeyEvent event) {
    CellEdit present = edit;
    if (present == null || composition.going()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> save(() -> moveDown.accept(1));
      case TAB -> save(() -> beginBeside(present, event.isShiftDown() ? -1 : 1));
      case ESCAPE -> end();
      case DOWN, UP -> choose(event.getCode() == KeyCode.DOWN ? 1 : -1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Chooses among the moments understood or the words of the field. */
  private void choose(int by) {
    WhenModel moments = moments();
    WordList words = choices;
    CellTyping kind = typing;
    if (moments != null) {
      moments.move(by);
    } else if (words != null && kind != null && kind.single()) {
      choosing = true;
      field.setText(words.move(by));
      field.selectAll();
      choosing = false;
    }
  }

  private @Nullable WhenModel moments() {
    CellTyping kind = typing;
    return kind == null ? null : kind.when();
  }

  private void beginBeside(CellEdit from, int step) {
    List<String> all = table.editable();
    int at = all.indexOf(from.field().key()) + step;
    if (at >= 0 && at < all.size()) {
      begin(from.seen().id(), all.get(at));
    }
  }

  private void typed() {
    CellEdit present = edit;
    if (present == null) {
      return;
    }
    WhenModel moments = moments();
    if (moments != null && !field.getText().equals(typedAtFirst)) {
      moments.text().set(field.getText());
    }
    present.typed();
    if (!choosing) {
      showBelow();
    }
  }

  private void left(boolean focused) {
    if (!focused && edit != null && edit.state().get() instanceof CellEdit.State.Open) {
      save(() -> {});
    }
  }

  private void save(Runnable afterwards) {
    CellEdit present = edit;
    if (present == null) {
      return;
    }
    next = afterwards;
    try {
      present.save(value(present));
    } catch (ProblemException e) {
      present.refuse(e);
    }
  }

  private @Nullable Object value(CellEdit present) {
    if (field.getText().equals(typedAtFirst)) {
      return present.before();
    }
    return Objects.requireNonNull(typing).value(field.getText());
  }

  private void showState(CellEdit.State state) {
    CellEdit present = edit;
    if (present == null) {
      return;
    }
    boolean wrong =
        state instanceof CellEdit.State.Refused || state instanceof CellEdit.State.Conflict;
    field.getStyleClass().remove("invalid");
    if (wrong) {
      field.getStyleClass().add("invalid");
    }
    field.setEditable(!(state instanceof CellEdit.State.Saving));
    if (state instanceof CellEdit.State.Saved saved) {
      saved(present, saved.sequence());
    } else {
      showBelow();
    }
  }

  private void saved(CellEdit present, long sequence) {
    Runnable afterwards = next;
    if (sequence != 0) {
      String text = field.getText().strip();
      String name = present.seen().name();
      String key = present.field().key();
      switch (key) {
        case "name" -> around.changes().saved(sequence, "customer.toast.name", text);
        case ListFields.PHONE -> around.changes().saved(sequence, "customer.toast.phone", name);
        case "nextContact" -> around.changes().saved(sequence, nextKey(), name, nextWords());
        default ->
            around.changes().saved(sequence, "customer.toast.field", fields.label(key), name);
      }
    }
    end();
    afterwards.run();
  }

  private String nextKey() {
    return nextWords().isEmpty() ? "customer.toast.next_cleared" : "customer.toast.next_contact";
  }

  private String nextWords() {
    WhenModel moments = moments();
    Instant at = moments == null ? null : moments.value();
    return at == null ? "" : around.formats().moment(at);
  }

  private void end() {
    edit = null;
    setVisible(false);
    table.node().requestFocus();
    ended.run();
  }

  private void showBelow() {
    below.getChildren().clear();
    choices = null;
    CellEdit present = edit;
    CellTyping kind = typing;
    if (present == null || kind == null) {
      return;
    }
    WhenModel moments = kind.when();
    List<String> words = kind.choices(field.getText());
    Texts texts = around.language().texts();
    if (present.state().get() instanceof CellEdit.State.Refused refused) {
      below.getChildren().add(line(Problems.sentence(refused.why(), texts), "problem"));
    } else if (present.state().get() instanceof CellEdit.State.Conflict conflict) {
      showConflict(present, conflict);
    } else if (moments != null) {
      below
          .getChildren()
          .add(
              new UnderstoodList(
                  moments,
                  around.language(),
                  kind.said(around.formats()),
                  moment -> {
                    next = () -> {};
                    moments.chosen().set(moments.understood().get().indexOf(moment));
                    save(() -> {});
                  }));
    } else if (!words.isEmpty()) {
      WordList list = new WordList(words, this::take);
      choices = list;
      below.getChildren().add(list);
    }
    below.setVisible(!below.getChildren().isEmpty());
    requestLayout();
  }

  /** A word was clicked. */
  private void take(String word) {
    CellTyping kind = Objects.requireNonNull(typing);
    field.setText(kind.with(field.getText(), word));
    field.end();
    if (kind.single()) {
      save(() -> {});
    }
  }

  private void showConflict(CellEdit present, CellEdit.State.Conflict conflict) {
    String sentence =
        around
            .language()
            .now(
                "customer.edit.conflict",
                shown(present, conflict.theirs()),
                shown(present, conflict.mine()));
    LinkButton mine =
        new LinkButton(around.language().text("customer.edit.save_mine"), present::saveAnyway);
    LinkButton theirs =
        new LinkButton(around.language().text("customer.edit.keep_theirs"), this::end);
    HBox choice = new HBox(mine, theirs);
    choice.getStyleClass().add("choice");
    below.getChildren().addAll(line(sentence, "problem"), choice);
  }

  private String shown(CellEdit present, @Nullable Object value) {
    String text = fields.shown(present.field(), value);
    return text.isEmpty() ? around.language().now("customer.edit.nothing") : text;
  }

  private static Label line(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMaxWidth(320);
    return label;
  }

  @Override
  protected void layoutChildren() {
    CellEdit present = edit;
    if (present == null) {
      return;
    }
    Optional<Bounds> cell = table.sight().cellBounds(present.seen().id(), present.field().key());
    field.setVisible(cell.isPresent());
    if (cell.isEmpty()) {
      below.setVisible(false);
      return;
    }
    Point2D at = sceneToLocal(cell.get().getMinX(), cell.get().getMinY());
    double width = cell.get().getWidth();
    double height = cell.get().getHeight();
    field.resizeRelocate(at.getX(), at.getY() + 1, width, height - 2);
    double belowWidth = Math.max(width, below.prefWidth(-1));
    double belowHeight = below.prefHeight(belowWidth);
    double x = Math.clamp(at.getX(), 0, Math.max(0, getWidth() - belowWidth - GAP));
    double y = at.getY() + height + GAP;
    if (y + belowHeight > getHeight()) {
      y = Math.max(0, at.getY() - belowHeight - GAP);
    }
    below.resizeRelocate(x, y, belowWidth, belowHeight);
  }
}
