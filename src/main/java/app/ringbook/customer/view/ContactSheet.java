package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Asks for a contact of a customer. */
final class ContactSheet extends Sheet {
  private final Surroundings around;
  private final Contact contact;
  private final TextField name;
  private final TextField role;
  private final TextField phone;
  private final TextField email;
  private final TextField note;
  private final CheckBox main = new CheckBox();
  private final CheckBox decides = new CheckBox();
  private final Field nameField;

  /** A new contact of the customer. */
  static ContactSheet adding(Surroundings around, Portrait portrait) {
    boolean first = portrait.contacts().isEmpty();
    Contact fresh = Contact.of(0, 0, portrait.customer().id(), "", null, null, null, first, false);
    return new ContactSheet(around, fresh, "", "customer.contact.title_new");
  }

  /** A contact that is there. */
  static ContactSheet editing(Surroundings around, Portrait portrait, Contact contact) {
    String number =
        portrait.phonesOf(contact.id()).stream()
            .findFirst()
            .map(Phone::number)
            .map(n -> n.raw())
            .orElse("");
    return new ContactSheet(around, contact, number, "customer.contact.title_edit");
  }

  private ContactSheet(Surroundings around, Contact contact, String number, String titleKey) {
    super(around.language(), titleKey, "customer.contact.save");
    this.around = around;
    this.contact = contact;
    Language language = around.language();
    name = input("contact-name", contact.name());
    role = input("contact-role", contact.role());
    phone = input("contact-phone", number);
    email = input("contact-email", contact.email());
    note = input("contact-note", contact.note());
    nameField = new Field(language.text("customer.contact.name"), name);
    name.textProperty().addListener((at, was, is) -> nameField.problem(null));
    add(nameField);
    add(new Field(language.text("customer.contact.role"), role));
    add(new Field(language.text("customer.contact.phone"), phone));
    add(new Field(language.text("customer.contact.email"), email));
    add(new Field(language.text("customer.contact.note"), note));
    main.textProperty().bind(language.text("customer.contact.main"));
    main.setSelected(contact.main());
    // The mark moves to another contact by being set there: a customer always has a main contact.
    main.setDisable(contact.main());
    decides.textProperty().bind(language.text("customer.contact.decides"));
    decides.setSelected(contact.decides());
    add(main);
    add(decides);
    if (contact.id() != 0) {
      Button delete = new Button();
      delete.textProperty().bind(language.text("customer.contact.delete"));
      delete.getStyleClass().addAll("danger", "button-outlined");
      delete.setOnAction(e -> delete());
      addAtLeft(delete);
    }
    startAt(name);
    onSave(this::save);
  }

  private static TextField input(String id, @Nullable String text) {
    TextField input = new TextField(Objects.requireNonNullElse(text, ""));
    input.setId(id);
    return input;
  }

  private void save() {
    String typed = name.getText().strip();
    if (typed.isEmpty()) {
      nameField.problem(around.language().now("customer.problem.contact_name_empty"));
      return;
    }
    Contact changed =
        contact
            .withName(typed)
            .withRole(text(role))
            .withEmail(text(email))
            .withNote(text(note))
            .withMain(main.isSelected())
            .withDecides(decides.isSelected());
    String number = phone.getText().strip();
    saveButton().setDisable(true);
    around
        .changes()
        .make(
            () -> around.book().saveContact(changed, number),
            this::close,
            this::failed,
            "customer.toast.contact",
            typed);
  }

  private void delete() {
    around
        .changes()
        .make(
            () -> around.book().deleteContact(contact),
            this::close,
            this::failed,
            "customer.toast.contact_deleted",
            contact.name());
  }

  private void failed(Throwable problem) {
    saveButton().setDisable(false);
    problem(Problems.sentence(problem, around.language().texts()));
  }

  private static @Nullable String text(TextField field) {
    return field.getText().isBlank() ? null : field.getText().strip();
  }
}
