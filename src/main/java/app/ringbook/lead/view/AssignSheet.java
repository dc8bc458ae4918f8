package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.Lead;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Field;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Asks who is to look after some leads: somebody who does already, or another name. */
final class AssignSheet extends Sheet {
  AssignSheet(List<Lead> leads, LeadsModel model, Language language) {
    super(language, "lead.assign.title", "lead.act.assign");
    TextField owner = new TextField();
    String now = leads.getFirst().owner();
    owner.setText(now == null ? "" : now);
    FlowPane chips = new FlowPane(6, 6);
    for (String known : model.owners()) {
      Chip chip = new Chip(new SimpleStringProperty(known));
      chip.setOnAction(
          e -> {
            chip.setSelected(false);
            owner.setText(known);
            owner.requestFocus();
            owner.end();
          });
      chips.getChildren().add(chip);
    }
    add(chips);
    add(new Field(language.text("lead.assign.owner"), owner));
    startAt(owner);
    onSave(
        () -> {
          model.assign(leads, owner.getText().isBlank() ? null : owner.getText().strip());
          close();
        });
  }
}
