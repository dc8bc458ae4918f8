package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.Lead;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Field;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Asks why nothing will come of a lead: one of a few reasons, or the person's own. */
final class RejectSheet extends Sheet {
  private static final List<String> REASONS =
      List.of(
          "lead.reason.no_need",
          "lead.reason.no_budget",
          "lead.reason.wrong_number",
          "lead.reason.no_answer",
          "lead.reason.rival");

  RejectSheet(Lead lead, LeadsModel model, Language language) {
    super(language, "lead.reject.title", "lead.act.reject");
    TextField reason = new TextField();
    FlowPane chips = new FlowPane(6, 6);
    for (String key : REASONS) {
      Chip chip = new Chip(language.text(key));
      chip.setOnAction(
          e -> {
            chip.setSelected(false);
            reason.setText(chip.getText());
            reason.requestFocus();
            reason.end();
          });
      chips.getChildren().add(chip);
    }
    add(chips);
    add(new Field(language.text("lead.field.reason"), reason));
    startAt(reason);
    onSave(
        () -> {
          if (reason.getText().isBlank()) {
            problem(language.now("lead.problem.reason"));
            return;
          }
          model.reject(lead, reason.getText());
          close();
        });
  }
}
