package app.ringbook.customer.view;

import app.ringbook.customer.twins.Twin;
import app.ringbook.ui.Language;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.LinkButton;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Quick add: a name or a number is enough; customers that look the same are shown meanwhile. */
public final class NewCustomerSheet extends Sheet {
  private static final int TWINS_SHOWN = 3;
  private final Surroundings around;
  private final NewCustomerModel model;
  private final VBox twins = new VBox();

  /**
   * @param name what the name starts with, for example what was searched in vain; may be empty
   */
  public NewCustomerSheet(Surroundings around, String name) {
    super(around.language(), "customer.new.title", "customer.new.save");
    this.around = around;
    this.model = new NewCustomerModel(around.book(), around.background());
    Language language = around.language();
    TextField nameField = field("new-customer-name", "customer.new.name_prompt", model.name());
    TextField phone = field("new-customer-phone", "customer.new.phone_prompt", model.phone());
    TextField contact =
        field("new-customer-contact", "customer.new.contact_prompt", model.contact());
    nameField.setText(name);
    nameField.end();
    add(new Field(language.text("customer.new.name"), nameField));
    add(new Field(language.text("customer.new.phone"), phone));
    add(new Field(language.text("customer.new.contact"), contact));
    Label enough = new Label();
    enough.textProperty().bind(language.text("customer.new.enough"));
    enough.getStyleClass().add("secondary");
    add(enough);
    twins.getStyleClass().add("twins");
    add(twins);
    TextField reason = field("new-customer-reason", "customer.new.reason_prompt", model.reason());
    Field why = new Field(language.text("customer.new.reason"), reason);
    why.visibleProperty().bind(model.twins().map(found -> !found.isEmpty()));
    why.managedProperty().bind(why.visibleProperty());
    add(why);
    model.twins().addListener((at, was, is) -> showTwins());
    showTwins();
    model
        .problem()
        .addListener(
            (at, was, is) -> problem(is == null ? "" : Problems.sentence(is, language.texts())));
    saveButton().disableProperty().bind(model.complete().not().or(model.saving()));
    startAt(nameField);
    onSave(() -> model.save(this::saved));
  }

  private TextField field(String id, String promptKey, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.promptTextProperty().bind(around.language().text(promptKey));
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private void showTwins() {
    twins.getChildren().clear();
    boolean any = !model.twins().get().isEmpty();
    twins.setVisible(any);
    twins.setManaged(any);
    if (!any) {
      return;
    }
    Label title = new Label();
    title.textProperty().bind(around.language().text("customer.new.twins"));
    title.getStyleClass().add("strong");
    twins.getChildren().add(title);
    for (Twin twin : model.twins().get().stream().limit(TWINS_SHOWN).toList()) {
      twins.getChildren().add(line(twin));
    }
  }

  private HBox line(Twin twin) {
    Label why = new Label();
    why.setText(TwinWords.line(twin, around.language().texts(), around.formats()));
    why.getStyleClass().add("secondary");
    LinkButton open =
        new LinkButton(
                new SimpleStringProperty(twin.name()),
                () -> {
                  close();
                  around.navigation().open(new Place(CustomerPage.ID, twin.customerId()));
                })
            .givesWay();
    HBox line = new HBox(open, why);
    line.getStyleClass().add("twin");
    return line;
  }

  private void saved(CustomerBook.Created created) {
    close();
    around.navigation().open(new Place(CustomerPage.ID, created.id()));
    String shown = model.name().get().isBlank() ? model.phone().get() : model.name().get();
    around.changes().saved(created.sequence(), "customer.toast.created", shown.strip());
  }
}
