package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Writes a lead down by hand; a name or a number is enough. */
final class NewLeadSheet extends Sheet {
  NewLeadSheet(LeadsModel model, PhoneNumbers numbers, Language language) {
    super(language, "lead.new.title", "lead.new.save");
    TextField name = new TextField();
    TextField company = new TextField();
    TextField number = new TextField();
    TextArea note = new TextArea();
    note.setPrefRowCount(3);
    add(new Field(language.text("lead.field.name"), name));
    add(new Field(language.text("lead.field.company"), company));
    add(new Field(language.text("lead.field.number"), number));
    add(new Field(language.text("lead.field.note"), note));
    startAt(name);
    onSave(
        () -> {
          if (name.getText().isBlank() && number.getText().isBlank()) {
            problem(language.now("lead.problem.empty"));
            return;
          }
          model.keep(
              new NewLead(
                  name.getText(),
                  company.getText(),
                  number.getText().isBlank() ? null : numbers.parse(number.getText()),
                  LeadSource.FORM,
                  note.getText()));
          close();
        });
  }
}
