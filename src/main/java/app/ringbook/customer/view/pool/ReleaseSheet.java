package app.ringbook.customer.view.pool;

import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.controls.Field;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** Asks why somebody gives a customer to the pool. */
final class ReleaseSheet extends Sheet {

  ReleaseSheet(Surroundings around, Consumer<String> given) {
    super(around.language(), "customer.pool.release_title", "customer.pool.release_act");
    TextField reason = new TextField();
    reason.setId("pool-reason");
    add(new Field(around.language().text("customer.pool.reason"), reason));
    saveButton().disableProperty().bind(reason.textProperty().map(String::isBlank));
    startAt(reason);
    onSave(
        () -> {
          close();
          given.accept(reason.getText().strip());
        });
  }
}
