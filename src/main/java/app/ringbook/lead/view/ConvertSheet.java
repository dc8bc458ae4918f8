package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.Lead;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks under which names a lead becomes a customer. */
final class ConvertSheet extends Sheet {
  ConvertSheet(Lead lead, LeadsModel model, Language language) {
    super(language, "lead.convert.title", "lead.act.convert");
    TextField person = new TextField(lead.name());
    TextField company = new TextField(lead.company() == null ? "" : lead.company());
    add(new Field(language.text("lead.field.name"), person));
    add(new Field(language.text("lead.field.company"), company));
    Label explained = new Label(language.now("lead.convert.explained"));
    explained.setWrapText(true);
    explained.getStyleClass().add("secondary");
    add(explained);
    startAt(person);
    onSave(
        () -> {
          if (person.getText().isBlank() && company.getText().isBlank()) {
            problem(language.now("lead.problem.name"));
            return;
          }
          model.convert(lead, person.getText(), company.getText());
          close();
        });
  }
}
