package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Icons;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.Badge;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The people at a customer and its own numbers, each with a call button. */
final class ContactsPane extends VBox {
  private static final double AVATAR = 28;
  private final Surroundings around;
  private final Runnable add;

  /**
   * @param add asks for a new contact
   */
  ContactsPane(Surroundings around, Runnable add) {
    this.around = around;
    this.add = add;
    getStyleClass().add("contacts");
  }

  void fill(Portrait portrait) {
    Button plus = Icons.button(Feather.PLUS, text("customer.page.add_contact"), add);
    plus.getStyleClass().add("small");
    HBox head =
        new HBox(Parts.label(text("customer.page.contacts"), "strong"), Parts.space(), plus);
    head.getStyleClass().add("section-head");
    getChildren().setAll(head);
    for (Contact contact : portrait.contacts()) {
      person(portrait, contact);
    }
    List<Phone> own = portrait.phonesOf(null);
    own.forEach(phone -> getChildren().add(companyNumber(portrait, phone)));
    if (portrait.contacts().isEmpty()) {
      Label nobody = Parts.label(text("customer.page.no_contacts"), "secondary");
      nobody.setWrapText(true);
      getChildren().add(nobody);
    }
  }

  private void person(Portrait portrait, Contact contact) {
    List<Phone> phones = portrait.phonesOf(contact.id());
    Phone first = phones.isEmpty() ? null : phones.getFirst();
    Label name = Parts.value(contact.name(), "strong");
    name.setMinWidth(USE_PREF_SIZE);
    HBox title = new HBox(name);
    title.getStyleClass().add("title");
    if (contact.role() != null) {
      title.getChildren().add(Parts.value(contact.role(), "secondary"));
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
    edit.setOnAction(e -> ContactSheet.editing(around, portrait, contact).showOn(around.dialogs()));
    edit.setMaxWidth(Double.MAX_VALUE);
    edit.setMinWidth(0);
    getChildren().add(row(edit, portrait, first, contact.name()));
    for (Phone more : phones.stream().skip(1).toList()) {
      HBox indented = new HBox(Parts.value(more.number().raw(), "number"));
      indented.getStyleClass().add("another");
      getChildren().add(row(indented, portrait, more, contact.name()));
    }
  }

  private Node companyNumber(Portrait portrait, Phone phone) {
    VBox words =
        new VBox(
            Parts.label(text("customer.page.company_number"), "strong"),
            Parts.value(phone.number().raw(), "number"));
    HBox inside = new HBox(Avatar.company(portrait.customer().name(), AVATAR), words);
    inside.getStyleClass().addAll("inside", "company-number");
    return row(inside, portrait, phone, portrait.customer().name());
  }

  private Node row(Node left, Portrait portrait, @Nullable Phone phone, String who) {
    HBox row = new HBox(left);
    row.getStyleClass().add("contact-row");
    HBox.setHgrow(left, Priority.ALWAYS);
    if (phone != null) {
      boolean doNotCall = portrait.customer().doNotCall();
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

  private ObservableValue<String> text(String key, Object... arguments) {
    return around.language().text(key, arguments);
  }
}
