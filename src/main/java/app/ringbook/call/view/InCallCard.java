package app.ringbook.call.view;

import app.ringbook.call.results.CallResult;
import app.ringbook.settings.CallSettings;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.LinkButton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What happens in and after a call: its results by key, the next contact that is proposed, and what
 * to say. Everything is saved at once.
 */
final class InCallCard extends VBox {
  private static final List<String> TIERS = List.of("A", "B", "C");
  private static final int MOST_DAYS = 999;

  private final PhoneKitModel model;
  private final Language language;
  private final FlowPane results = new FlowPane();
  private final TextField fresh = new TextField();
  private final Map<String, TextField> days = new LinkedHashMap<>();
  private final TextArea script = new TextArea();

  InCallCard(PhoneKitModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("kit-column");
    results.getStyleClass().add("chips");
    getChildren()
        .setAll(
            new Card(language.text("call.incall.title"))
                .row(resultsBox(), fresh, addButton())
                .row(
                    Card.caption(
                        language.text("call.incall.next"), language.text("call.incall.next_text")),
                    daysBox())
                .row(scriptBox()));
    language.follow(this, this::fill);
    fill();
  }

  private VBox resultsBox() {
    VBox box =
        new VBox(
            Card.caption(
                language.text("call.incall.results"), language.text("call.incall.results_text")),
            results,
            new LinkButton(
                language.text("call.incall.usual"), () -> change(CallSettings.DEFAULT.results())));
    box.getStyleClass().add("own-numbers");
    HBox.setHgrow(box, Priority.ALWAYS);
    fresh.promptTextProperty().bind(language.text("call.incall.result_prompt"));
    fresh.accessibleTextProperty().bind(language.text("call.incall.result_prompt"));
    fresh.setPrefColumnCount(12);
    fresh.setOnAction(e -> add());
    return box;
  }

  private Button addButton() {
    Button add = new Button();
    add.textProperty().bind(language.text("call.kit.add"));
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(e -> add());
    add.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    fresh.getText().isBlank()
                        || model.calls().results().size() >= CallSettings.MOST_RESULTS,
                fresh.textProperty(),
                results.getChildren()));
    return add;
  }

  private void add() {
    List<String> all = new ArrayList<>(model.calls().results());
    String word = fresh.getText().strip();
    if (!word.isEmpty() && !all.contains(word)) {
      all.add(word.length() > 40 ? word.substring(0, 40) : word);
      fresh.clear();
      change(all);
    }
  }

  private void change(List<String> all) {
    model.changeCalls(c -> c.withResults(all));
    fill();
  }

  private HBox daysBox() {
    HBox box = new HBox();
    box.getStyleClass().add("tier-days");
    for (String tier : TIERS) {
      box.getChildren().addAll(new Label(tier), daysField(tier, tier));
    }
    Label others = new Label();
    others.textProperty().bind(language.text("call.incall.others"));
    others.setMinWidth(USE_PREF_SIZE);
    box.getChildren().addAll(others, daysField("", language.text("call.incall.others")));
    return box;
  }

  private TextField daysField(String tier, Object shown) {
    TextField field = new TextField();
    field.setPrefColumnCount(3);
    field.accessibleTextProperty().bind(language.text("call.incall.days_of", shown));
    field.setOnAction(e -> saveDays());
    field
        .focusedProperty()
        .addListener(
            (o, was, now) -> {
              if (!now) {
                saveDays();
              }
            });
    days.put(tier, field);
    return field;
  }

  private void saveDays() {
    CallSettings now = model.calls();
    Map<String, Integer> byTier = new LinkedHashMap<>(now.daysByTier());
    int otherwise = now.daysOtherwise();
    for (Map.Entry<String, TextField> entry : days.entrySet()) {
      String typed = entry.getValue().getText().strip();
      if (typed.matches("\\d{1,3}") && Integer.parseInt(typed) > 0) {
        int count = Math.min(MOST_DAYS, Integer.parseInt(typed));
        if (entry.getKey().isEmpty()) {
          otherwise = count;
        } else {
          byTier.put(entry.getKey(), count);
        }
      }
    }
    int rest = otherwise;
    model.changeCalls(c -> c.withDays(byTier, rest));
    fillDays();
  }

  private VBox scriptBox() {
    script.setWrapText(true);
    script.setPrefRowCount(3);
    script.promptTextProperty().bind(language.text("call.incall.script_prompt"));
    script.accessibleTextProperty().bind(language.text("call.popup.script"));
    script
        .focusedProperty()
        .addListener(
            (o, was, now) -> {
              if (!now) {
                model.changeCalls(c -> c.withScript(spoken(), script.getText()));
              }
            });
    VBox box =
        new VBox(
            Card.caption(
                language.text("call.popup.script"), language.text("call.incall.script_text")),
            script);
    box.getStyleClass().add("own-numbers");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private String spoken() {
    return language.texts().chinese() ? "zh" : "en";
  }

  private void fill() {
    results.getChildren().clear();
    List<String> all = model.calls().results();
    for (String result : all) {
      String words = CallResult.words(result, language.texts());
      Chip chip = new Chip(new javafx.beans.property.SimpleStringProperty(words));
      chip.removes();
      chip.setAccessibleText(language.now("call.incall.result_remove", words));
      chip.setOnAction(e -> change(all.stream().filter(one -> !one.equals(result)).toList()));
      results.getChildren().add(chip);
    }
    script.setText(model.calls().scripts().getOrDefault(spoken(), ""));
    fillDays();
  }

  private void fillDays() {
    CallSettings now = model.calls();
    days.forEach(
        (tier, field) ->
            field.setText(
                String.valueOf(
                    tier.isEmpty()
                        ? now.daysOtherwise()
                        : now.daysByTier().getOrDefault(tier, now.daysOtherwise()))));
  }
}
