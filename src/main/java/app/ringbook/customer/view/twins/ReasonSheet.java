package app.ringbook.customer.view.twins;

import app.ringbook.customer.view.Sheet;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks why two customers that look the same are different ones. */
public final class ReasonSheet extends Sheet {

  /** Asks without more words. */
  public ReasonSheet(Language language, Consumer<String> given) {
    this(language, "", given);
  }

  /**
   * Asks.
   *
   * @param twins a sentence about what they look like, or empty
   */
  public ReasonSheet(Language language, String twins, Consumer<String> given) {
    super(language, "customer.collisions.different_title", "customer.collisions.different_save");
    if (!twins.isEmpty()) {
      Label about = new Label(twins);
      about.setWrapText(true);
      add(about);
    }
    TextField reason = new TextField();
    reason.setId("different-reason");
    reason.promptTextProperty().bind(language.text("customer.new.reason_prompt"));
    add(new Field(language.text("customer.new.reason"), reason));
    saveButton().disableProperty().bind(reason.textProperty().map(String::isBlank));
    startAt(reason);
    onSave(
        () -> {
          close();
          given.accept(reason.getText().strip());
        });
  }
}
