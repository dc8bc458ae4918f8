package app.ringbook.call.view;

import app.ringbook.settings.PhoneSettings;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which calls are recorded, and how numbers are read. Everything is saved at once. */
final class RecordingCard extends VBox {
  private final PhoneKitModel model;
  private final Language language;
  private final FlowPane own = new FlowPane();
  private final ComboBox<String> region = new ComboBox<>();
  private final TextField areaCode = new TextField();
  private final TextField outside = new TextField();

  RecordingCard(PhoneKitModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("kit-column");
    getChildren().setAll(recording(), numbering());
    model.valuesProperty().addListener((o, was, now) -> fill(now));
    language.follow(this, () -> fill(model.valuesProperty().get()));
    fill(model.valuesProperty().get());
  }

  private Card recording() {
    Segments<PhoneSettings.RecordCalls> choice = new Segments<>();
    for (PhoneSettings.RecordCalls one : PhoneSettings.RecordCalls.values()) {
      choice.add(one, language.text("call.kit.record." + one.name().toLowerCase(Locale.ROOT)));
    }
    choice.valueProperty().set(model.valuesProperty().get().recordCalls());
    choice
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                model.recordCalls(now);
              }
            });
    return new Card(language.text("call.kit.recording"))
        .row(
            Card.caption(
                language.text("call.kit.record_calls"), language.text("call.kit.record_text")),
            choice);
  }

  private Card numbering() {
    region.getItems().setAll(regions());
    region.setCellFactory(view -> new RegionCell());
    region.setButtonCell(new RegionCell());
    region.setPrefWidth(200);
    region.accessibleTextProperty().bind(language.text("call.kit.region"));
    region
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null && !now.equals(model.valuesProperty().get().region())) {
                saveNumbering();
              }
            });
    code(areaCode, "call.kit.area_code");
    code(outside, "call.kit.outside");
    own.getStyleClass().add("chips");
    TextField fresh = new TextField();
    fresh.promptTextProperty().bind(language.text("call.kit.own_prompt"));
    fresh.accessibleTextProperty().bind(language.text("call.kit.own_prompt"));
    fresh.setPrefColumnCount(12);
    Button add = new Button();
    add.textProperty().bind(language.text("call.kit.add"));
    add.setMinWidth(USE_PREF_SIZE);
    Runnable adding =
        () -> {
          model.addOwnNumber(fresh.getText());
          fresh.clear();
        };
    add.setOnAction(e -> adding.run());
    fresh.setOnAction(e -> adding.run());
    add.disableProperty().bind(fresh.textProperty().isEmpty());
    VBox ownNumbers =
        new VBox(
            Card.caption(language.text("call.kit.own"), language.text("call.kit.own_text")), own);
    ownNumbers.getStyleClass().add("own-numbers");
    HBox.setHgrow(ownNumbers, Priority.ALWAYS);
    return new Card(language.text("call.kit.numbers"))
        .row(
            Card.caption(language.text("call.kit.region"), language.text("call.kit.region_text")),
            region)
        .row(
            Card.caption(
                language.text("call.kit.area_code"), language.text("call.kit.area_code_text")),
            areaCode)
        .row(
            Card.caption(language.text("call.kit.outside"), language.text("call.kit.outside_text")),
            outside)
        .row(ownNumbers, fresh, add);
  }

  private void code(TextField field, String key) {
    field.accessibleTextProperty().bind(language.text(key));
    field.setPrefColumnCount(6);
    field.setOnAction(e -> saveNumbering());
    field
        .focusedProperty()
        .addListener(
            (o, was, now) -> {
              if (!now) {
                saveNumbering();
              }
            });
  }

  private void saveNumbering() {
    String chosen = region.getValue();
    model.numbering(
        chosen == null ? model.valuesProperty().get().region() : chosen,
        areaCode.getText(),
        outside.getText());
  }

  private void fill(PhoneSettings values) {
    if (!region.getItems().contains(values.region())) {
      region.getItems().add(values.region());
    }
    region.setValue(values.region());
    region.setButtonCell(new RegionCell());
    areaCode.setText(values.areaCode());
    outside.setText(values.outsidePrefix());
    own.getChildren().clear();
    for (String number : values.ownNumbers()) {
      Chip chip = new Chip(new javafx.beans.property.SimpleStringProperty(number));
      chip.removes();
      chip.setAccessibleText(language.now("call.kit.own_remove", number));
      chip.setOnAction(e -> model.removeOwnNumber(number));
      own.getChildren().add(chip);
    }
    own.setManaged(!values.ownNumbers().isEmpty());
  }

  private static List<String> regions() {
    return Arrays.stream(Locale.getISOCountries()).toList();
  }

  /** A region by its name in the window's language. */
  private final class RegionCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String code, boolean empty) {
      super.updateItem(code, empty);
      setText(
          empty || code == null
              ? null
              : Locale.of("", code).getDisplayCountry(language.texts().locale()));
    }
  }
}
