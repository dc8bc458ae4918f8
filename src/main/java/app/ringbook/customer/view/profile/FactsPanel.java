package app.ringbook.customer.view.profile;

import app.ringbook.customer.Customer;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.profile.Address;
import app.ringbook.customer.view.FactGrid;
import app.ringbook.customer.view.Parts;
import app.ringbook.ui.controls.LinkButton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is written down about a customer, its fields of the user's own, and its addresses. */
final class FactsPanel extends Section {
  private static final double NAMES = 72;

  /** Shown in the head of the page, or as part of the address. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "name",
          "tier",
          "tags",
          "owner",
          "doNotCall",
          "country",
          "region",
          "city",
          "postalCode",
          "lifeCycle",
          "created",
          "updated");

  private final FieldEditor.Kit kit;
  private final Consumer<Path> opener;
  private final BiConsumer<Long, String> history;

  /**
   * @param opener shows a file in the program the system has for it
   * @param history shows the history of a field: customer and key of the field
   */
  FactsPanel(
      FieldEditor.Kit kit,
      ProfileModel model,
      Consumer<Path> opener,
      BiConsumer<Long, String> history) {
    super(Place.LEFT, kit.around(), kit.book(), model, "facts-pane");
    this.kit = kit;
    this.opener = opener;
    this.history = history;
  }

  @Override
  public boolean editFacts() {
    ProfileBook.Known known = known();
    if (known == null) {
      return false;
    }
    new FieldsSheet(
            kit, book.fields().stream().filter(f -> f.in(Field.Use.FORM)).toList(), known.record())
        .showOn(around.dialogs());
    return true;
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    FactGrid grid = new FactGrid(NAMES);
    CustomerRecord record = known.record();
    for (Field<CustomerRecord> field : book.fields()) {
      if (!field.in(Field.Use.FORM) || ELSEWHERE.contains(field.key())) {
        continue;
      }
      if (field.key().equals("address")) {
        add(grid, field, address(record.customer()));
      } else {
        add(grid, field, field.value(record));
      }
    }
    LocalDate added = LocalDate.ofInstant(record.customer().createdAt(), around.clock().zone());
    grid.add(text("customer.field.created"), Parts.value(around.formats().date(added)));
    for (Address address : known.addresses()) {
      grid.add(text(address.kind().key()), further(address));
    }
    LinkButton more =
        new LinkButton(
            text("customer.places.add"),
            () ->
                AddressSheet.adding(around, book, record.customer().id()).showOn(around.dialogs()));
    more.setId("address-add");
    into.getChildren()
        .setAll(
            head(
                text("customer.page.facts"),
                button(Feather.EDIT_2, text("customer.page.edit_facts"), this::editFacts)),
            grid,
            more);
  }

  /** Facts nobody wrote down take no room. */
  private void add(FactGrid grid, Field<CustomerRecord> field, @Nullable Object value) {
    String shown = kit.words().shown(field, value);
    if (shown.isEmpty() || value == null) {
      return;
    }
    Node node = field.kind() == FieldKind.FILE ? file(value.toString(), shown) : Parts.value(shown);
    if (field.column() != null) {
      offerHistory(node, field);
    }
    grid.add(
        Bindings.createStringBinding(
            () -> field.label(around.language().texts()), around.language()),
        node);
  }

  /** By a right click or the menu key. */
  private void offerHistory(Node node, Field<CustomerRecord> field) {
    node.setOnContextMenuRequested(
        e -> {
          ProfileBook.Known known = known();
          if (known != null) {
            long id = known.record().customer().id();
            ContextMenu menu =
                new ContextMenu(
                    Parts.item(
                        text("customer.history.of_field"), () -> history.accept(id, field.key())));
            menu.show(node, e.getScreenX(), e.getScreenY());
            e.consume();
          }
        });
  }

  private Node file(String stored, String shown) {
    return link(
        shown,
        () ->
            around
                .background()
                .run(progress -> book.toOpen(stored))
                .orElse(around.changes()::report)
                .then(opener));
  }

  private Node further(Address address) {
    String words =
        joined(
            address.country(),
            address.region(),
            address.city(),
            address.address(),
            address.postalCode());
    LinkButton edit =
        link(words, () -> AddressSheet.editing(around, book, address).showOn(around.dialogs()));
    edit.setWrapText(true);
    edit.setMinWidth(0);
    return edit;
  }

  private String address(Customer c) {
    return joined(c.country(), c.region(), c.city(), c.address(), c.postalCode());
  }

  /** The large first in Chinese, the small first elsewhere. */
  private String joined(
      @Nullable String country,
      @Nullable String region,
      @Nullable String city,
      @Nullable String street,
      @Nullable String postalCode) {
    return around.language().texts().chinese()
        ? Stream.of(region, city, street).filter(Objects::nonNull).collect(Collectors.joining(" "))
        : Stream.of(street, postalCode, city, region, country)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }
}
