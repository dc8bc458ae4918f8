package app.ringbook.customer.view.profile;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Phone;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Department;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Asks for a contact of a customer, with its department and the fields of the user's own. */
final class PersonSheet extends Sheet {
  private final FieldEditor.Kit kit;
  private final Contact contact;
  private final TextField name;
  private final TextField role;
  private final TextField phone;
  private final TextField email;
  private final TextField note;
  private final TextField birthday;
  private final ComboBox<String> department = new ComboBox<>();
  private final CheckBox main = new CheckBox();
  private final CheckBox decides = new CheckBox();
  private final Field nameField;
  private final Field birthdayField;
  private final Map<app.ringbook.customer.fields.Field<Contact>, FieldEditor> own =
      new LinkedHashMap<>();

  /** A new contact of the customer. */
  static PersonSheet adding(FieldEditor.Kit kit, ProfileBook.Known known) {
    boolean first = known.record().contacts().isEmpty();
    long customer = known.record().customer().id();
    Contact fresh = Contact.of(0, 0, customer, "", null, null, null, first, false);
    return new PersonSheet(kit, known, fresh, "", "customer.contact.title_new");
  }

  /** A contact that is there. */
  static PersonSheet editing(FieldEditor.Kit kit, ProfileBook.Known known, Contact contact) {
    String number =
        known.record().phones().stream()
            .filter(p -> Objects.equals(p.contactId(), contact.id()))
            .findFirst()
            .map(Phone::number)
            .map(n -> n.raw())
            .orElse("");
    return new PersonSheet(kit, known, contact, number, "customer.contact.title_edit");
  }

  private PersonSheet(
      FieldEditor.Kit kit,
      ProfileBook.Known known,
      Contact contact,
      String number,
      String titleKey) {
    super(kit.around().language(), titleKey, "customer.contact.save");
    this.kit = kit;
    this.contact = contact;
    name = input("contact-name", contact.name());
    role = input("contact-role", contact.role());
    phone = input("contact-phone", number);
    email = input("contact-email", contact.email());
    note = input("contact-note", contact.note());
    LocalDate born = contact.birthday();
    birthday =
        input("contact-birthday", born == null ? "" : FieldValues.stored(FieldKind.DATE, born));
    nameField = field("customer.contact.name", name);
    name.textProperty().addListener((at, was, is) -> nameField.problem(null));
    birthdayField = field("customer.field.contactBirthday", birthday);
    birthday.textProperty().addListener((at, was, is) -> birthdayField.problem(null));
    departments(known);
    add(nameField);
    add(field("customer.contact.role", role));
    add(new Field(kit.around().language().text("customer.contact.department"), department));
    add(field("customer.contact.phone", phone));
    add(field("customer.contact.email", email));
    add(birthdayField);
    add(field("customer.contact.note", note));
    ownFields();
    marks();
    startAt(name);
    onSave(this::save);
  }

  private void departments(ProfileBook.Known known) {
    department.setId("contact-department");
    department.setEditable(true);
    department.setMaxWidth(Double.MAX_VALUE);
    for (Department one : known.departments()) {
      department.getItems().add(one.name());
      if (Objects.equals(one.id(), contact.departmentId())) {
        department.setValue(one.name());
      }
    }
  }

  private void ownFields() {
    Language language = kit.around().language();
    for (app.ringbook.customer.fields.Field<Contact> field : kit.book().contactFields()) {
      if (field.custom() != null) {
        FieldEditor editor = FieldEditor.of(kit, field, field.value(contact));
        editor.node().setId("contact-" + field.key());
        own.put(field, editor);
        add(
            new Field(
                Bindings.createStringBinding(() -> field.label(language.texts()), language),
                editor.node()));
      }
    }
  }

  private void marks() {
    Language language = kit.around().language();
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
      delete.setOnAction(
          e ->
              make(
                  () -> kit.book().deleteContact(contact),
                  "customer.toast.contact_deleted",
                  contact.name()));
      addAtLeft(delete);
    }
  }

  private void save() {
    Language language = kit.around().language();
    String typed = name.getText().strip();
    if (typed.isEmpty()) {
      nameField.problem(language.now("customer.problem.contact_name_empty"));
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
    try {
      changed =
          changed.withBirthday(
              FieldEditor.dayOf(kit, birthday.getText()) instanceof LocalDate day ? day : null);
    } catch (ProblemException e) {
      birthdayField.problem(e.sentence(language.texts()));
      return;
    }
    try {
      for (Map.Entry<app.ringbook.customer.fields.Field<Contact>, FieldEditor> entry :
          own.entrySet()) {
        if (entry.getKey().editable()) {
          changed = entry.getKey().with(changed, entry.getValue().value().get());
        }
      }
    } catch (ProblemException e) {
      problem(e.sentence(language.texts()));
      return;
    }
    Contact kept = changed;
    String number = phone.getText().strip();
    String room = Objects.requireNonNullElse(department.getEditor().getText(), "").strip();
    make(() -> kit.book().saveContact(kept, number, room), "customer.toast.contact", typed);
  }

  private void make(Changes.Work work, String doneKey, Object... arguments) {
    saveButton().setDisable(true);
    kit.around()
        .changes()
        .make(
            work,
            this::close,
            problem -> {
              saveButton().setDisable(false);
              problem(Problems.sentence(problem, kit.around().language().texts()));
            },
            doneKey,
            arguments);
  }

  private Field field(String key, TextField input) {
    return new Field(kit.around().language().text(key), input);
  }

  private static TextField input(String id, @Nullable String text) {
    TextField input = new TextField(Objects.requireNonNullElse(text, ""));
    input.setId(id);
    return input;
  }

  private static @Nullable String text(TextField field) {
    return field.getText().isBlank() ? null : field.getText().strip();
  }
}
