package app.ringbook.call.view;

import app.ringbook.settings.MissedSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** After how long a person is reminded of a missed call. */
public final class MissedCard extends VBox {
  private final Settings settings;
  private final Language language;
  private final ComboBox<Integer> minutes = new ComboBox<>();

  /** Shows and changes the settings of missed calls. */
  public MissedCard(Settings settings, Language language) {
    this.settings = settings;
    this.language = language;
    minutes.setId("missed-remind");
    minutes.getItems().setAll(MissedSettings.MINUTES);
    minutes.accessibleTextProperty().bind(language.text("call.remind.after"));
    minutes.setOnAction(e -> save());
    getChildren()
        .setAll(
            new Card(language.text("call.remind.title"))
                .row(
                    Card.caption(
                        language.text("call.remind.after"), language.text("call.remind.text")),
                    minutes));
    language.follow(this, this::fill);
    fill();
  }

  private void fill() {
    minutes.setConverter(new Words());
    // The box says its words anew only for another value.
    minutes.setValue(null);
    minutes.setValue(settings.missed().remindMinutes());
  }

  private void save() {
    Integer chosen = minutes.getValue();
    if (chosen != null) {
      settings.changeMissed(now -> now.withRemindMinutes(chosen));
    }
  }

  private final class Words extends StringConverter<Integer> {
    @Override
    public String toString(@Nullable Integer value) {
      return value == null || value == 0
          ? language.now("call.remind.never")
          : language.now("call.remind.minutes", value);
    }

    @Override
    public Integer fromString(String text) {
      return 0;
    }
  }
}
