package app.ringbook.customer.view;

import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import java.time.Instant;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** When a next contact is due: late ones in red with a clock, a dash for none. */
final class DueLabel extends Label {

  DueLabel(Formats formats, @Nullable Instant at) {
    getStyleClass().add("due");
    if (at == null) {
      setText(CustomerColumns.UNKNOWN);
      return;
    }
    setText(formats.due(at));
    getStyleClass().add("strong");
    if (formats.daysLate(at) > 0) {
      setGraphic(Icons.of(Feather.CLOCK, "danger"));
      getStyleClass().add("late");
    }
  }
}
