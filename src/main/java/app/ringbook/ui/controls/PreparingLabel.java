package app.ringbook.ui.controls;

import app.ringbook.ui.Language;
import app.ringbook.ui.Preparation;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** Says quietly how far the search is, and takes no room once it is ready. */
public final class PreparingLabel extends Label {

  /** Follows the preparation. */
  public PreparingLabel(Language language, Preparation search) {
    getStyleClass().addAll("muted", "preparing");
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("ui.search.preparing", search.percent().get()),
                search.percent(),
                language));
    visibleProperty().bind(Bindings.createBooleanBinding(() -> !search.ready(), search.percent()));
    managedProperty().bind(visibleProperty());
  }
}
