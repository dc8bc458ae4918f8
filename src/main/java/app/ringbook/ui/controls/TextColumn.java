package app.ringbook.ui.controls;

import app.ringbook.ui.Language;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;

/** A column of texts that nobody sorts by, under a heading that follows the language. */
public final class TextColumn<R> extends TableColumn<R, String> {
  /**
   * @param titleKey of its heading
   * @param width preferred, in pixels
   * @param text what stands in the row of a record
   */
  public TextColumn(Language language, String titleKey, double width, Function<R, String> text) {
    textProperty().bind(language.text(titleKey));
    setPrefWidth(width);
    setSortable(false);
    setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
  }
}
