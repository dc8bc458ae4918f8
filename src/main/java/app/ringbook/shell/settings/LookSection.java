package app.ringbook.shell.settings;

import app.ringbook.platform.Subscription;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Segments;
import app.ringbook.ui.controls.Switch;
import app.ringbook.ui.theme.Fonts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Language, light and dark, motion. */
public final class LookSection implements SettingsSection {
  private final Settings settings;
  private final Language language;
  private Subscription following = () -> {};
  private final Segments<String> languages = new Segments<>();
  private final Segments<AppearanceSettings.Theme> themes = new Segments<>();
  private final Switch calm;
  private final VBox node;

  /** The section over these settings. */
  public LookSection(Language language, Settings settings) {
    this.settings = settings;
    languages
        .add("en", language.text("shell.look.english"))
        .add("zh", language.text("shell.look.chinese"));
    themes
        .add(AppearanceSettings.Theme.SYSTEM, language.text("shell.look.system"))
        .add(AppearanceSettings.Theme.LIGHT, language.text("shell.look.light"))
        .add(AppearanceSettings.Theme.DARK, language.text("shell.look.dark"));
    this.language = language;
    calm = new Switch(language.text("shell.look.motion"));
    show(settings.appearance());
    languages
        .valueProperty()
        .addListener(
            (o, before, now) ->
                settings.changeAppearance(a -> a.withLanguage(now == null ? "" : now)));
    themes
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                settings.changeAppearance(a -> a.withTheme(now));
              }
            });
    calm.onSwitched(on -> settings.changeAppearance(a -> a.withReduceMotion(on)));
    Card card =
        new Card(language.text("shell.look.title"))
            .row(Card.caption(language.text("shell.look.language")), languages)
            .row(
                Card.caption(
                    language.text("shell.look.theme"), language.text("shell.look.theme_why")),
                themes)
            .row(
                Card.caption(
                    language.text("shell.look.motion"), language.text("shell.look.motion_why")),
                calm);
    if (!Fonts.chineseGlyphs()) {
      Label missing = new Label();
      missing.textProperty().bind(language.text("ui.fonts.missing"));
      missing.getStyleClass().add("warning-text");
      missing.setWrapText(true);
      card.row(missing);
    }
    node = new VBox(16, card);
    node.getStyleClass().add("rb-settings-section");
  }

  @Override
  public String id() {
    return "look";
  }

  @Override
  public String titleKey() {
    return "shell.look.title";
  }

  @Override
  public Feather icon() {
    return Feather.GLOBE;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    show(settings.appearance());
    following = settings.changes().add(this::changed);
  }

  @Override
  public void hidden() {
    following.close();
  }

  /** The palette and the first run change these too. */
  private void changed(Object change) {
    if (change instanceof AppearanceSettings present) {
      Fx.now(() -> show(present));
    }
  }

  private void show(AppearanceSettings present) {
    String chosen = language.texts().chinese() ? "zh" : "en";
    languages.valueProperty().set(present.language().isEmpty() ? chosen : present.language());
    themes.valueProperty().set(present.theme());
    calm.setSelected(present.reduceMotion());
  }
}
