package app.ringbook.call.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import atlantafx.base.theme.Tweaks;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The buttons of a player, each over its model. */
final class PlayerButtons {
  private final CallPlayerModel model;
  private final Language language;

  PlayerButtons(CallPlayerModel model, Language language) {
    this.model = model;
    this.language = language;
  }

  Button play() {
    Button button = Icons.button(Feather.PLAY, language.text("call.player.play"), model::toggle);
    button.getStyleClass().setAll("button", "play-button");
    button.accessibleTextProperty().unbind();
    button
        .accessibleTextProperty()
        .bind(
            Bindings.when(model.playingProperty())
                .then(language.text("call.player.pause"))
                .otherwise(language.text("call.player.play")));
    Tooltip tooltip = button.getTooltip();
    tooltip.textProperty().unbind();
    tooltip.textProperty().bind(button.accessibleTextProperty());
    model
        .playingProperty()
        .addListener(
            (o, was, now) -> button.setGraphic(Icons.of(now ? Feather.PAUSE : Feather.PLAY)));
    return button;
  }

  Button back() {
    return Icons.button(Feather.ROTATE_CCW, language.text("call.player.back"), model::back);
  }

  Button forward() {
    return Icons.button(Feather.ROTATE_CW, language.text("call.player.forward"), model::forward);
  }

  Button speed() {
    Button button = new Button();
    button.getStyleClass().addAll("flat", "speed-button");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("call.player.speed", model.speedProperty().get()),
                language,
                model.speedProperty()));
    button.accessibleTextProperty().bind(language.text("call.player.speed.name"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("call.player.speed.name"));
    button.setTooltip(tooltip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> model.nextSpeed());
    return button;
  }

  /** Ticked while pauses are skipped. */
  ToggleButton skipSilence() {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(language.text("call.player.skip"));
    button.getStyleClass().addAll("flat", "skip-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(model.skipSilenceProperty());
    button
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    Icons.of(
                        button.isSelected() ? Feather.CHECK : Feather.SKIP_FORWARD,
                        button.isSelected() ? "accent" : "muted"),
                button.selectedProperty()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("call.player.skip.explained"));
    button.setTooltip(tooltip);
    return button;
  }

  /** Which end is heard; only where the kit records both apart. */
  MenuButton volume(ObservableValue<String> farName) {
    MenuButton button = new MenuButton();
    button.getStyleClass().addAll("flat", "button-icon", "volume-button", Tweaks.NO_ARROW);
    button.accessibleTextProperty().bind(language.text("call.player.volume"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("call.player.volume"));
    button.setTooltip(tooltip);
    button.getItems().add(heard(0, language.text("call.player.you")));
    button.getItems().add(heard(1, farName));
    button
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    Icons.of(
                        model.mutedProperty(0).get() || model.mutedProperty(1).get()
                            ? Feather.VOLUME_1
                            : Feather.VOLUME_2),
                model.mutedProperty(0),
                model.mutedProperty(1)));
    var two =
        Bindings.createBooleanBinding(
            () -> {
              RecordingSound sound = model.soundProperty().get();
              return sound != null && sound.lanes().length > 1;
            },
            model.soundProperty());
    button.visibleProperty().bind(two);
    button.managedProperty().bind(two);
    return button;
  }

  private CheckMenuItem heard(int channel, ObservableValue<String> name) {
    CheckMenuItem item = new CheckMenuItem();
    item.textProperty().bind(name);
    item.setSelected(true);
    item.selectedProperty().addListener((o, was, now) -> model.mutedProperty(channel).set(!now));
    model.mutedProperty(channel).addListener((o, was, now) -> item.setSelected(!now));
    return item;
  }
}
