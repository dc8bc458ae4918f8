package app.ringbook.call.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to say, as the settings have it for this language: one line until it is opened. */
final class PopupScript extends VBox {
  private final CallPopupModel model;
  private final Language language;
  private final LinkButton title;
  private final Label text = new Label();
  private boolean open;

  PopupScript(CallPopupModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("popup-script");
    title = new LinkButton(language.text("call.popup.script"), this::toggle);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    language.follow(this, this::fill);
    fill();
  }

  private void toggle() {
    open = !open;
    fill();
  }

  private void fill() {
    String words = model.script(language.texts().chinese() ? "zh" : "en");
    setVisible(!words.isEmpty());
    setManaged(!words.isEmpty());
    text.setText(words);
    title.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    getChildren().setAll(title);
    if (open) {
      getChildren().add(text);
    }
  }
}
