package app.ringbook.customer.view.profile;

import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.Parts;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Fields of the user's own for each object, and the words of the ratings. */
public final class FieldsSection implements SettingsSection {
  private final Language language;
  private final Dialogs dialogs;
  private final Changes changes;
  private final CustomFields fields;
  private final FieldDefinitionSheet.Names names;
  private final Settings settings;
  private final Segments<FieldObject> object = new Segments<>();
  private final VBox node = new VBox(16);

  /**
   * @param names the fields a formula can read, by name
   */
  public FieldsSection(
      Language language,
      Dialogs dialogs,
      Changes changes,
      CustomFields fields,
      FieldDefinitionSheet.Names names,
      Settings settings) {
    this.language = language;
    this.dialogs = dialogs;
    this.changes = changes;
    this.fields = fields;
    this.names = names;
    this.settings = settings;
    for (FieldObject one : FieldObject.values()) {
      object.add(one, language.text(one.key()));
    }
    object.valueProperty().set(FieldObject.CUSTOMER);
    object.valueProperty().addListener((at, was, is) -> draw());
    language.follow(node, this::draw);
    node.getStyleClass().add("rb-settings-section");
    fields.changes().add(all -> Fx.executor().execute(this::draw));
    draw();
  }

  @Override
  public String id() {
    return "fields";
  }

  @Override
  public String titleKey() {
    return "customer.fields.title";
  }

  @Override
  public Feather icon() {
    return Feather.SLIDERS;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    draw();
  }

  private FieldObject chosen() {
    return Objects.requireNonNullElse(object.valueProperty().get(), FieldObject.CUSTOMER);
  }

  private void draw() {
    Button add =
        Parts.button(
            Feather.PLUS,
            language.text("customer.fields.add"),
            () ->
                FieldDefinitionSheet.adding(language, changes, fields, names, chosen())
                    .showOn(dialogs));
    add.setId("field-add");
    Card card = new Card(language.text("customer.fields.title")).atEnd(add);
    // In a box of its own: the row stretches what stands at its left.
    card.row(new HBox(object));
    for (CustomField field : fields.allOf(chosen())) {
      card.row(caption(field), buttons(field));
    }
    if (fields.allOf(chosen()).isEmpty()) {
      card.row(Parts.label(language.text("customer.fields.none"), "secondary"));
    }
    node.getChildren().setAll(card, new RatingWords(language, settings).node());
  }

  private Node caption(CustomField field) {
    return Card.caption(
        new javafx.beans.property.SimpleStringProperty(field.label()),
        language.text(
            field.archived() ? "customer.fields.put_away" : "customer.fields.kind",
            language.now(field.kind().key())));
  }

  private Node[] buttons(CustomField field) {
    List<Node> all = new ArrayList<>();
    if (!field.archived()) {
      all.add(
          Icons.button(
              Feather.ARROW_UP,
              language.text("customer.fields.up", field.label()),
              () -> make(() -> fields.move(field, -1).sequence(), field)));
      all.add(
          Icons.button(
              Feather.ARROW_DOWN,
              language.text("customer.fields.down", field.label()),
              () -> make(() -> fields.move(field, 1).sequence(), field)));
      all.add(
          Icons.button(
              Feather.EDIT_2,
              language.text("customer.fields.edit", field.label()),
              () ->
                  FieldDefinitionSheet.editing(language, changes, fields, names, field)
                      .showOn(dialogs)));
    }
    all.add(
        Icons.button(
            field.archived() ? Feather.ROTATE_CCW : Feather.ARCHIVE,
            language.text(
                field.archived() ? "customer.fields.bring_back" : "customer.fields.archive",
                field.label()),
            () -> make(() -> fields.setArchived(field, !field.archived()).sequence(), field)));
    return all.toArray(Node[]::new);
  }

  private void make(Changes.Work work, CustomField field) {
    changes.make(work, "customer.toast.field_saved", field.label());
  }
}
