package app.ringbook.call.view;

import app.ringbook.settings.CallSettings.Quiet;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Switch;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When calls come in as a strip only: every day or some, from one hour to another. */
final class QuietCard extends VBox {
  private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm");

  private final PhoneKitModel model;
  private final Language language;
  private final Switch on;
  private final Switch now;
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final Map<DayOfWeek, Chip> days = new EnumMap<>(DayOfWeek.class);

  QuietCard(PhoneKitModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("kit-column");
    now = new Switch(language.text("call.quiet.now"));
    now.onSwitched(wanted -> model.changeCalls(c -> c.withDoNotDisturb(wanted)));
    on = new Switch(language.text("call.quiet.hours"));
    on.onSwitched(wanted -> save());
    time(from, "call.quiet.from");
    time(to, "call.quiet.to");
    Label until = new Label();
    until.textProperty().bind(language.text("call.quiet.to"));
    HBox hours = new HBox(from, until, to, on);
    hours.getStyleClass().add("tier-days");
    getChildren()
        .setAll(
            new Card(language.text("call.quiet.title"))
                .row(
                    Card.caption(
                        language.text("call.quiet.now"), language.text("call.quiet.now_text")),
                    now)
                .row(
                    Card.caption(
                        language.text("call.quiet.hours"), language.text("call.quiet.hours_text")),
                    hours)
                .row(dayChips()));
    fill();
  }

  /** Shows what is set now; the line card may have changed it. */
  void fill() {
    Quiet quiet = model.calls().quiet();
    now.setSelected(model.calls().doNotDisturb());
    on.setSelected(quiet.on());
    from.setText(SHOWN.format(quiet.from()));
    to.setText(SHOWN.format(quiet.to()));
    days.forEach((day, chip) -> chip.setSelected(quiet.days().contains(day)));
  }

  private FlowPane dayChips() {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    for (DayOfWeek day : DayOfWeek.values()) {
      Chip chip =
          new Chip(
              Bindings.createStringBinding(
                  () -> day.getDisplayName(TextStyle.SHORT, language.texts().locale()), language));
      chip.setOnAction(e -> save());
      days.put(day, chip);
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private void time(TextField field, String key) {
    field.setPrefColumnCount(4);
    field.accessibleTextProperty().bind(language.text(key));
    field.setOnAction(e -> save());
    field
        .focusedProperty()
        .addListener(
            (o, was, focused) -> {
              if (!focused) {
                save();
              }
            });
  }

  private void save() {
    Quiet before = model.calls().quiet();
    List<DayOfWeek> chosen = new ArrayList<>();
    days.forEach(
        (day, chip) -> {
          if (chip.isSelected()) {
            chosen.add(day);
          }
        });
    Quiet quiet =
        new Quiet(on.isSelected(), read(from, before.from()), read(to, before.to()), chosen);
    model.changeCalls(c -> c.withQuiet(quiet));
    fill();
  }

  /** What is no time is put back. */
  private static LocalTime read(TextField field, LocalTime before) {
    try {
      return LocalTime.parse(field.getText().strip().replace('：', ':'), READ);
    } catch (DateTimeParseException e) {
      return before;
    }
  }
}
