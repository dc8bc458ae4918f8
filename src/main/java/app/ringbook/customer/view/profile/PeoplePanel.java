package app.ringbook.customer.view.profile;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Phone;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.profile.Department;
import app.ringbook.customer.view.Parts;
import app.ringbook.ui.Icons;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.Badge;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The people at a customer by department and its own numbers, each with a call button. */
final class PeoplePanel extends Section {
  private static final double AVATAR = 28;
  private final FieldEditor.Kit kit;

  PeoplePanel(FieldEditor.Kit kit, ProfileModel model) {
    super(Place.LEFT, kit.around(), kit.book(), model, "contacts");
    this.kit = kit;
  }

  @Override
  public boolean addContact() {
    ProfileBook.Known known = known();
    if (known == null) {
      return false;
    }
    PersonSheet.adding(kit, known).showOn(around.dialogs());
    return true;
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    CustomerRecord record = known.record();
    into.getChildren()
        .setAll(
            head(
                text("customer.page.contacts"),
                button(Feather.PLUS, text("customer.page.add_contact"), this::addContact)));
    of(known, null).forEach(contact -> person(into, known, contact));
    for (Department department : known.departments()) {
      List<Contact> people = of(known, department.id());
      if (!people.isEmpty()) {
        Label name = Parts.value(department.name(), "secondary", "department");
        into.getChildren().add(name);
        people.forEach(contact -> person(into, known, contact));
      }
    }
    record.phones().stream()
        .filter(p -> p.contactId() == null)
        .forEach(phone -> into.getChildren().add(companyNumber(record, phone)));
    if (record.contacts().isEmpty()) {
      Label nobody = Parts.label(text("customer.page.no_contacts"), "secondary");
      nobody.setWrapText(true);
      into.getChildren().add(nobody);
    }
  }

  private static List<Contact> of(ProfileBook.Known known, @Nullable Long department) {
    return known.record().contacts().stream()
        .filter(c -> Objects.equals(c.departmentId(), department))
        .toList();
  }

  private void person(VBox into, ProfileBook.Known known, Contact contact) {
    CustomerRecord record = known.record();
    List<Phone> phones =
        record.phones().stream().filter(p -> Objects.equals(p.contactId(), contact.id())).toList();
    Phone first = phones.isEmpty() ? null : phones.getFirst();
    Label name = Parts.value(contact.name(), "strong");
    if (Parts.brief(contact.name()).equals(contact.name())) {
      name.setMinWidth(Region.USE_PREF_SIZE);
    } else {
      name.setMinWidth(0);
      name.setTooltip(new Tooltip(contact.name()));
    }
    HBox title = new HBox(name);
    title.getStyleClass().add("title");
    if (contact.role() != null) {
      Label role = Parts.value(contact.role(), "secondary");
      // Beside a long name and a badge little of it may be seen.
      role.setTooltip(new Tooltip(contact.role()));
      title.getChildren().add(role);
    }
    if (contact.decides()) {
      title.getChildren().add(new Badge(Badge.Kind.ACCENT, text("customer.page.decides")));
    }
    VBox words = new VBox(title);
    if (first != null) {
      words.getChildren().add(Parts.value(first.number().raw(), "number"));
    } else if (contact.email() != null) {
      words.getChildren().add(Parts.value(contact.email(), "secondary"));
    }
    Avatar avatar = Avatar.person(contact.name(), AVATAR);
    HBox inside = new HBox(contact.main() ? avatar.accent() : avatar, words);
    inside.getStyleClass().add("inside");
    Button edit = new Button();
    edit.setGraphic(inside);
    edit.getStyleClass().addAll("flat", "contact");
    edit.accessibleTextProperty().bind(text("customer.page.edit_contact", contact.name()));
    edit.setOnAction(e -> PersonSheet.editing(kit, known, contact).showOn(around.dialogs()));
    edit.setMaxWidth(Double.MAX_VALUE);
    edit.setMinWidth(0);
    into.getChildren().add(row(edit, record, first, contact.name()));
    for (Phone more : phones.stream().skip(1).toList()) {
      HBox indented = new HBox(Parts.value(more.number().raw(), "number"));
      indented.getStyleClass().add("another");
      into.getChildren().add(row(indented, record, more, contact.name()));
    }
  }

  private Node companyNumber(CustomerRecord record, Phone phone) {
    VBox words =
        new VBox(
            Parts.label(text("customer.page.company_number"), "strong"),
            Parts.value(phone.number().raw(), "number"));
    HBox inside = new HBox(Avatar.company(record.customer().name(), AVATAR), words);
    inside.getStyleClass().addAll("inside", "company-number");
    return row(inside, record, phone, record.customer().name());
  }

  private Node row(Node left, CustomerRecord record, @Nullable Phone phone, String who) {
    HBox row = new HBox(left);
    row.getStyleClass().add("contact-row");
    HBox.setHgrow(left, Priority.ALWAYS);
    if (phone != null) {
      boolean doNotCall = record.customer().doNotCall();
      Button call =
          Icons.button(
              doNotCall ? Feather.PHONE_OFF : Feather.PHONE,
              text("customer.call.person_number", who, phone.number().raw()),
              () -> around.calling().call(phone.number(), doNotCall));
      call.getStyleClass().addAll("success", "small");
      row.getChildren().add(call);
    }
    return row;
  }
}
