package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.controls.Field;
import javafx.scene.control.TextField;

/** Asks why a person, and not an event, says how far a customer has come. */
final class LifeCycleSheet extends Sheet {
  private final Surroundings around;
  private final ProfileBook book;
  private final long customerId;
  private final LifeCycle wanted;
  private final TextField reason = new TextField();
  private final Field field;

  LifeCycleSheet(Surroundings around, ProfileBook book, long customerId, LifeCycle wanted) {
    super(around.language(), "customer.life_sheet.title", "customer.life_sheet.save");
    this.around = around;
    this.book = book;
    this.customerId = customerId;
    this.wanted = wanted;
    reason.setId("life-reason");
    field =
        new Field(
            around
                .language()
                .text("customer.life_sheet.reason", around.language().now(wanted.key())),
            reason);
    reason.textProperty().addListener((at, was, is) -> field.problem(null));
    add(field);
    startAt(reason);
    onSave(this::save);
  }

  private void save() {
    String why = reason.getText();
    saveButton().setDisable(true);
    around
        .changes()
        .make(
            () -> book.setLifeCycle(customerId, wanted, why),
            this::close,
            problem -> {
              saveButton().setDisable(false);
              field.problem(Problems.sentence(problem, around.language().texts()));
            },
            "customer.toast.life");
  }
}
