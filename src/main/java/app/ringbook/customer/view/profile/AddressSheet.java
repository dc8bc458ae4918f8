package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.Address;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.Segments;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Asks for a further address of a customer. */
final class AddressSheet extends Sheet {
  private final Surroundings around;
  private final ProfileBook book;
  private final Address address;
  private final Segments<Address.Kind> kind = new Segments<>();
  private final TextField street;
  private final TextField city;
  private final TextField postalCode;
  private final TextField region;
  private final TextField country;

  static AddressSheet adding(Surroundings around, ProfileBook book, long customerId) {
    return new AddressSheet(
        around,
        book,
        new Address(0, 0, customerId, Address.Kind.DELIVERY, null, null, null, null, null));
  }

  static AddressSheet editing(Surroundings around, ProfileBook book, Address address) {
    return new AddressSheet(around, book, address);
  }

  private AddressSheet(Surroundings around, ProfileBook book, Address address) {
    super(around.language(), "customer.places.title", "customer.places.save");
    this.around = around;
    this.book = book;
    this.address = address;
    for (Address.Kind one : Address.Kind.values()) {
      kind.add(one, around.language().text(one.key()));
    }
    kind.valueProperty().set(address.kind());
    street = input("address-street", address.address());
    city = input("address-city", address.city());
    postalCode = input("address-postal", address.postalCode());
    region = input("address-region", address.region());
    country = input("address-country", address.country());
    add(kind);
    add(field("customer.field.address", street));
    add(field("customer.field.city", city));
    add(field("customer.field.postalCode", postalCode));
    add(field("customer.field.region", region));
    add(field("customer.field.country", country));
    if (address.id() != 0) {
      Button delete = new Button();
      delete.textProperty().bind(around.language().text("customer.places.delete"));
      delete.getStyleClass().addAll("danger", "button-outlined");
      delete.setOnAction(
          e -> make(() -> book.deleteAddress(address), "customer.toast.address_deleted"));
      addAtLeft(delete);
    }
    startAt(street);
    onSave(() -> make(saving(), "customer.toast.address"));
  }

  private Changes.Work saving() {
    Address changed =
        new Address(
            address.id(),
            address.version(),
            address.customerId(),
            Objects.requireNonNullElse(kind.valueProperty().get(), Address.Kind.OTHER),
            text(country),
            text(region),
            text(city),
            text(street),
            text(postalCode));
    return () -> book.saveAddress(changed);
  }

  private void make(Changes.Work work, String doneKey) {
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
            doneKey);
  }

  private Field field(String key, TextField input) {
    return new Field(around.language().text(key), input);
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
