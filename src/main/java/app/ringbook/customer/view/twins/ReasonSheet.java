package app.ringbook.customer.view.twins;

import app.ringbook.customer.view.Sheet;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** Asks why two customers that look the same are different ones. */
final class ReasonSheet extends Sheet {

  ReasonSheet(Language language, Consumer<String> given) {
    super(language, "customer.collisions.different_title", "customer.collisions.different_save");
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
