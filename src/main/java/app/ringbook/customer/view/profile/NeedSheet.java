package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.Need;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.Segments;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Asks what a customer needs. */
final class NeedSheet extends Sheet {
  private static final int ROWS = 3;
  private final Surroundings around;
  private final TextField product = new TextField();
  private final Segments<Need.Importance> importance = new Segments<>();
  private final TextArea detail = new TextArea();

  static NeedSheet adding(Surroundings around, ProfileBook book, long customerId) {
    return new NeedSheet(
        around, book, new Need(0, 0, customerId, "", Need.Importance.SHOULD, null, false));
  }

  static NeedSheet editing(Surroundings around, ProfileBook book, Need need) {
    return new NeedSheet(around, book, need);
  }

  private NeedSheet(Surroundings around, ProfileBook book, Need need) {
    super(around.language(), "customer.need_sheet.title", "customer.need_sheet.save");
    this.around = around;
    product.setId("need-product");
    product.setText(need.product());
    for (Need.Importance one : Need.Importance.values()) {
      importance.add(one, around.language().text(one.key()));
    }
    importance.valueProperty().set(need.importance());
    detail.setPrefRowCount(ROWS);
    detail.setWrapText(true);
    detail.setText(Objects.requireNonNullElse(need.detail(), ""));
    add(new Field(around.language().text("customer.need_sheet.product"), product));
    add(importance);
    add(new Field(around.language().text("customer.need_sheet.detail"), detail));
    if (need.id() != 0) {
      Button delete = new Button();
      delete.textProperty().bind(around.language().text("customer.need_sheet.delete"));
      delete.getStyleClass().addAll("danger", "button-outlined");
      delete.setOnAction(
          e -> make(() -> book.deleteNeed(need), "customer.toast.need_deleted", need.product()));
      addAtLeft(delete);
    }
    startAt(product);
    onSave(
        () -> {
          Need changed =
              new Need(
                  need.id(),
                  need.version(),
                  need.customerId(),
                  product.getText(),
                  Objects.requireNonNullElse(
                      importance.valueProperty().get(), Need.Importance.SHOULD),
                  detail.getText().isBlank() ? null : detail.getText().strip(),
                  need.met());
          make(() -> book.saveNeed(changed), "customer.toast.need", changed.product());
        });
  }

  private void make(Changes.Work work, String doneKey, Object... arguments) {
    saveButton().setDisable(true);
    around
        .changes()
        .make(
            work,
            this::close,
            problem -> {
              saveButton().setDisable(false);
              problem(Problems.sentence(problem, around.language().texts()));
            },
            doneKey,
            arguments);
  }
}
