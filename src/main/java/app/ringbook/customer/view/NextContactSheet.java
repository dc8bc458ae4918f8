package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Asks when and why a customer is contacted next. */
public final class NextContactSheet extends Sheet {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private final Surroundings around;
  private final Customer customer;
  private final WhenModel model;
  private final Field when;
  private final String typedAtFirst;
  private final TextField purpose = new TextField();

  /** For this customer. */
  public NextContactSheet(Surroundings around, Customer customer) {
    super(around.language(), "customer.next.title", "customer.next.save");
    this.around = around;
    this.customer = customer;
    this.model = new WhenModel(around.words()::read);
    Language language = around.language();
    TextField words = new TextField();
    words.setId("next-contact-when");
    words.promptTextProperty().bind(language.text("customer.when.prompt"));
    words.textProperty().bindBidirectional(model.text());
    typedAtFirst = asTyped(customer.nextContactAt(), around.clock().zone());
    words.setText(typedAtFirst);
    words.selectAll();
    when = new Field(language.text("customer.next.when"), words);
    UnderstoodList understood =
        new UnderstoodList(model, language, around.formats()::moment, this::keep);
    understood.steerBy(words);
    purpose.setId("next-contact-purpose");
    purpose.promptTextProperty().bind(language.text("customer.next.purpose_prompt"));
    purpose.setText(customer.nextContactNote() == null ? "" : customer.nextContactNote());
    add(when);
    add(understood);
    add(new Field(language.text("customer.next.purpose"), purpose));
    if (customer.nextContactAt() != null) {
      Button clear = new Button();
      clear.textProperty().bind(language.text("customer.next.clear"));
      clear.getStyleClass().add("flat");
      clear.setOnAction(e -> keep(null));
      addAtLeft(clear);
    }
    model.text().addListener((at, was, is) -> when.problem(null));
    startAt(words);
    onSave(this::save);
  }

  /** A moment in the form in which it can be typed. */
  static String asTyped(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? "" : TYPED.format(moment.atZone(zone));
  }

  private void save() {
    try {
      boolean untouched = model.text().get().equals(typedAtFirst);
      keep(untouched ? customer.nextContactAt() : model.value());
    } catch (ProblemException e) {
      when.problem(e.sentence(around.language().texts()));
    }
  }

  private void keep(@Nullable Instant moment) {
    String why = moment == null || purpose.getText().isBlank() ? null : purpose.getText().strip();
    saveButton().setDisable(true);
    around
        .changes()
        .make(
            () -> around.book().setNextContact(customer.id(), moment, why),
            this::close,
            problem -> {
              saveButton().setDisable(false);
              problem(Problems.sentence(problem, around.language().texts()));
            },
            moment == null ? "customer.toast.next_cleared" : "customer.toast.next_contact",
            customer.name(),
            moment == null ? "" : around.formats().moment(moment));
  }
}
