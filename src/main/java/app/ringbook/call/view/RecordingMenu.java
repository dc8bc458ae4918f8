package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What else can be done with the recording that is open: give it to others, keep it for ever. */
final class RecordingMenu extends MenuButton {
  private final OpenCallModel model;
  private final FileChoice files;
  private final RecordWords words;
  private final Language language;
  private final Formats formats;

  /**
   * @param hold turns a legal hold on and off
   */
  RecordingMenu(
      OpenCallModel model,
      FileChoice files,
      MenuItem hold,
      RecordWords words,
      Language language,
      Formats formats) {
    this.model = model;
    this.files = files;
    this.words = words;
    this.language = language;
    this.formats = formats;
    setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    getStyleClass().addAll("button-icon", "no-arrow");
    accessibleTextProperty().bind(language.text("call.kept.more"));
    getItems().addAll(export(), hold);
  }

  /** Writes the recording to a file, as every player knows it or as it is kept. */
  private Menu export() {
    Menu share = new Menu();
    share.textProperty().bind(language.text("call.share.button"));
    for (RecordingCopies.Format format : RecordingCopies.Format.values()) {
      MenuItem item = new MenuItem();
      item.textProperty()
          .bind(language.text("call.share.format." + format.name().toLowerCase(Locale.ROOT)));
      item.setOnAction(e -> share(model.callProperty().get(), format));
      share.getItems().add(item);
    }
    return share;
  }

  private void share(@Nullable CallRecord call, RecordingCopies.Format format) {
    if (call == null) {
      return;
    }
    String proposed =
        language
            .now("call.share.name", words.who(call), formats.moment(call.at()))
            .replaceAll("[^\\p{L}\\p{N} ._-]", "-");
    files
        .save(
            language.now("call.share.title"),
            proposed + ".wav",
            new FileChoice.Filter(language.now("call.player.wav"), List.of("*.wav")))
        .ifPresent(target -> model.share(target, format));
  }
}
