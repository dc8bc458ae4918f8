package app.ringbook.customer.view;

import app.ringbook.customer.CustomerLine;
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
  private final CustomersTable table;
  private final Consumer<Integer> moveDown;
  private final Runnable ended;
  private final TextField field = new TextField();
  private final VBox below = new VBox();
  private final Composition composition = new Composition(this);
  private @Nullable CellEdit edit;
  private @Nullable WhenModel when;
  private String typedAtFirst = "";
  private Runnable next = () -> {};

  /**
   * @param moveDown chooses the row so many further down
   * @param ended told when no cell is edited any more
   */
  CellEditor(
      Surroundings around, CustomersTable table, Consumer<Integer> moveDown, Runnable ended) {
    this.around = around;
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
    Optional<CustomerLine> line = table.line(id);
    table.revealColumn(what);
    if (editing() || line.isEmpty() || table.cellBounds(id, what).isEmpty()) {
      return;
    }
    CellEdit fresh = new CellEdit(around.book(), around.background(), what, line.get());
    fresh.state().addListener((at, was, is) -> showState(is));
    typedAtFirst = asTyped(fresh.before());
    when = what.equals(CellEdit.NEXT_CONTACT) ? new WhenModel(around.words()::read) : null;
    next = () -> {};
    field.getStyleClass().remove("invalid");
    field.setDisable(false);
    field
        .accessibleTextProperty()
        .bind(Bindings.createStringBinding(() -> table.label(what), around.language()));
    field.setText(typedAtFirst);
    edit = fresh;
    setVisible(true);
    showBelow();
    requestLayout();
    field.requestFocus();
    field.selectAll();
  }

  private String asTyped(@Nullable Object value) {
    return value instanceof Instant at
        ? NextContactSheet.asTyped(at, around.clock().zone())
        : Objects.toString(value, "");
  }

  private void pressed(KeyEvent event) {
    CellEdit present = edit;
    if (present == null || composition.going()) {
      return;
    }
    WhenModel moments = when;
    switch (event.getCode()) {
      case ENTER -> save(() -> moveDown.accept(1));
      case TAB -> save(() -> beginBeside(present, event.isShiftDown() ? -1 : 1));
      case ESCAPE -> end();
      case DOWN, UP -> {
        if (moments != null) {
          moments.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void beginBeside(CellEdit from, int step) {
    List<String> all = table.editable();
    int at = all.indexOf(from.field()) + step;
    if (at >= 0 && at < all.size()) {
      begin(from.seen().id(), all.get(at));
    }
  }

  private void typed() {
    CellEdit present = edit;
    if (present == null) {
      return;
    }
    WhenModel moments = when;
    if (moments != null && !field.getText().equals(typedAtFirst)) {
      moments.text().set(field.getText());
    }
    present.typed();
    showBelow();
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
    WhenModel moments = when;
    return moments == null ? field.getText() : moments.value();
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
      switch (present.field()) {
        case "name" -> around.changes().saved(sequence, "customer.toast.name", text);
        case CellEdit.PHONE -> around.changes().saved(sequence, "customer.toast.phone", name);
        case CellEdit.NEXT_CONTACT ->
            around.changes().saved(sequence, nextKey(), name, nextWords());
        default ->
            around
                .changes()
                .saved(sequence, "customer.toast.field", table.label(present.field()), name);
      }
    }
    end();
    afterwards.run();
  }

  private String nextKey() {
    return nextWords().isEmpty() ? "customer.toast.next_cleared" : "customer.toast.next_contact";
  }

  private String nextWords() {
    WhenModel moments = when;
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
    CellEdit present = edit;
    WhenModel moments = when;
    if (present == null) {
      return;
    }
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
                  around.formats(),
                  moment -> {
                    next = () -> {};
                    moments.chosen().set(moments.understood().get().indexOf(moment));
                    save(() -> {});
                  }));
    }
    below.setVisible(!below.getChildren().isEmpty());
    requestLayout();
  }

  private void showConflict(CellEdit present, CellEdit.State.Conflict conflict) {
    String sentence =
        around
            .language()
            .now("customer.edit.conflict", shown(conflict.theirs()), shown(conflict.mine()));
    LinkButton mine =
        new LinkButton(around.language().text("customer.edit.save_mine"), present::saveAnyway);
    LinkButton theirs =
        new LinkButton(around.language().text("customer.edit.keep_theirs"), this::end);
    HBox choice = new HBox(mine, theirs);
    choice.getStyleClass().add("choice");
    below.getChildren().addAll(line(sentence, "problem"), choice);
  }

  private String shown(@Nullable Object value) {
    if (value instanceof Instant at) {
      return around.formats().moment(at);
    }
    String text = Objects.toString(value, "");
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
    Optional<Bounds> cell = table.cellBounds(present.seen().id(), present.field());
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
