package app.ringbook.ui.controls;

import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is edited in place: F2, or a click on the selected row, opens it; Enter saves and
 * moves down, Tab saves and goes on, Esc restores. What is wrong keeps it open with the reason
 * below. While an input method composes, Enter, Tab and Esc belong to it.
 *
 * @param <R> the rows of the table
 */
public final class EditCell<R> extends TableCell<R, String> {
  private final Editing<R> editing;
  private final TextField field = new TextField();
  private final EditPopup popup = new EditPopup();
  private boolean composing;
  private boolean restoring;

  /** A cell of a column with these rules. */
  public EditCell(Editing<R> editing) {
    this.editing = editing;
    field.getStyleClass().add("rb-cell-editor");
    field.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> composing = !e.getComposed().isEmpty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.textProperty().addListener((o, before, now) -> look());
    field
        .focusedProperty()
        .addListener(
            (o, before, now) -> {
              if (!now && isEditing()) {
                save();
              }
            });
  }

  @Override
  public void startEdit() {
    R row = getTableRow() == null ? null : getTableRow().getItem();
    String text = row == null ? null : editing.text(row);
    if (text == null) {
      return;
    }
    super.startEdit();
    if (!isEditing()) {
      return;
    }
    field.setText(text);
    setGraphic(field);
    getStyleClass().add("editing");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    field.selectAll();
    field.requestFocus();
    look();
  }

  @Override
  public void cancelEdit() {
    if (isEditing() && !restoring && row() != null && problem() == null && changed()) {
      // Another cell was opened: what was typed here is kept, not lost.
      saveNow();
      return;
    }
    super.cancelEdit();
    close();
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    if (!isEditing()) {
      setText(empty ? null : item);
    }
  }

  private void key(KeyEvent event) {
    if (composing) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> {
        event.consume();
        if (save()) {
          moveDown();
        }
      }
      case TAB -> {
        event.consume();
        TablePosition<R, ?> here =
            new TablePosition<>(getTableView(), getIndex(), getTableColumn());
        if (save()) {
          editBeside(here, event.isShiftDown() ? -1 : 1);
        }
      }
      case ESCAPE -> {
        event.consume();
        restore();
      }
      case UP, DOWN -> {
        if (popup.move(event.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1)) {
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void restore() {
    restoring = true;
    cancelEdit();
    restoring = false;
    getTableView().requestFocus();
  }

  /** Saves if the text is right; false leaves the cell open. */
  private boolean save() {
    if (row() == null) {
      restore();
      return true;
    }
    if (problem() != null) {
      look();
      return false;
    }
    if (changed()) {
      saveNow();
    } else {
      restore();
    }
    return true;
  }

  private void saveNow() {
    R row = row();
    String typed = field.getText();
    int choice = popup.choice();
    boolean focus = field.isFocused();
    restoring = true;
    super.cancelEdit();
    restoring = false;
    close();
    if (focus) {
      getTableView().requestFocus();
    }
    if (row != null) {
      editing.save(row, typed, choice);
    }
  }

  private void close() {
    popup.hide();
    setGraphic(null);
    getStyleClass().remove("editing");
    setContentDisplay(ContentDisplay.TEXT_ONLY);
    setText(getItem());
  }

  private void look() {
    R row = row();
    if (!isEditing() || row == null) {
      return;
    }
    String problem = problem();
    field.getStyleClass().remove("invalid");
    if (problem != null) {
      field.getStyleClass().add("invalid");
    }
    field.setAccessibleHelp(problem);
    Bounds place = localToScreen(getLayoutBounds());
    if (place != null) {
      popup.show(this, place, problem, editing.understood(row, field.getText()), editing.hint());
    }
  }

  private void moveDown() {
    TableView<R> table = getTableView();
    int next = getIndex() + 1;
    if (next < table.getItems().size()) {
      table.getSelectionModel().clearAndSelect(next);
      table.getFocusModel().focus(next, getTableColumn());
    }
  }

  private void editBeside(TablePosition<R, ?> here, int step) {
    TableView<R> table = getTableView();
    var columns = table.getVisibleLeafColumns();
    int at = columns.indexOf(here.getTableColumn()) + step;
    while (at >= 0 && at < columns.size()) {
      TableColumn<R, ?> column = columns.get(at);
      if (column.isEditable()) {
        table.getFocusModel().focus(here.getRow(), column);
        table.edit(here.getRow(), column);
        return;
      }
      at += step;
    }
  }

  private @Nullable R row() {
    return getTableRow() == null ? null : getTableRow().getItem();
  }

  private @Nullable String problem() {
    R row = row();
    return row == null ? null : editing.problem(row, field.getText());
  }

  private boolean changed() {
    R row = row();
    return row != null
        && (popup.choice() > 0 || !Objects.equals(editing.text(row), field.getText()));
  }
}
