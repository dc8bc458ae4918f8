package app.ringbook.ui.theme;

import app.ringbook.platform.Texts;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.ui.Language;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Colours, fonts and component looks of every window, dialog and pop-up. They are one user agent
 * sheet: it is swapped as a whole when light and dark, the language or the size changes, so no
 * scene has to take part. Used on the window's thread.
 */
public final class Theme {
  private static final Logger LOG = LoggerFactory.getLogger(Theme.class);

  /** Size of body text in pixels at 100 %. */
  public static final double BODY = 13;

  private static final String FOLDER = "/app/ringbook/ui/theme/";

  /** Each room styles its own screens in one sheet; a room without one is skipped. */
  private static final List<String> ROOMS =
      List.of(
          "/app/ringbook/customer/view/customer.css",
          "/app/ringbook/timeline/view/timeline.css",
          "/app/ringbook/call/view/call.css",
          "/app/ringbook/spreadsheet/view/spreadsheet.css",
          "/app/ringbook/shell/shell.css");

  private final Language language;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reduceMotion = new ReadOnlyBooleanWrapper();
  private AppearanceSettings.Theme choice = AppearanceSettings.Theme.SYSTEM;
  private boolean motionReducedByUser;
  private @Nullable String applied;

  /** A theme that follows this language; nothing is styled before {@link #look}. */
  public Theme(Language language) {
    this.language = language;
  }

  /** Applies the settings now and follows the system and the language from here on. */
  public void install(AppearanceSettings settings) {
    if (!Fonts.chineseGlyphs()) {
      LOG.warn(Texts.ENGLISH.text("ui.fonts.missing"));
    }
    language.addListener((o, before, now) -> apply());
    Platform.Preferences system = Platform.getPreferences();
    system.colorSchemeProperty().addListener((o, before, now) -> apply());
    system.reducedMotionProperty().addListener((o, before, now) -> apply());
    look(settings);
  }

  /** Takes over changed settings. */
  public void look(AppearanceSettings settings) {
    choice = settings.theme();
    motionReducedByUser = settings.reduceMotion();
    apply();
  }

  /** True while the dark colours are shown. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** True if every change is to be instant. */
  public ReadOnlyBooleanProperty reduceMotionProperty() {
    return reduceMotion.getReadOnlyProperty();
  }

  private void apply() {
    Platform.Preferences system = Platform.getPreferences();
    dark.set(
        switch (choice) {
          case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        });
    reduceMotion.set(motionReducedByUser || system.isReducedMotion());
    String sheet = sheet(dark.get(), language.texts());
    if (!sheet.equals(applied)) {
      applied = sheet;
      Application.setUserAgentStylesheet(sheet);
    }
  }

  /** The address of the whole sheet: the imports, then what differs by language. */
  static String sheet(boolean dark, Texts texts) {
    String primer = dark ? "primer-dark.css" : "primer-light.css";
    List<String> names = new ArrayList<>();
    names.add("/atlantafx/base/theme/" + primer);
    names.add(FOLDER + (dark ? "dark.css" : "light.css"));
    names.add(FOLDER + "aliases.css");
    names.add(FOLDER + "controls.css");
    names.add(FOLDER + "parts.css");
    names.addAll(ROOMS);
    StringBuilder css = new StringBuilder();
    for (String name : names) {
      URL url = Theme.class.getResource(name);
      if (url != null) {
        css.append("@import url(\"").append(url).append("\");\n");
      }
    }
    css.append(".root { -fx-font-size: ").append(BODY).append("px; -fx-font-family: \"");
    css.append(Fonts.family(texts)).append("\"; }\n");
    return "data:text/css;charset=UTF-8;base64,"
        + Base64.getEncoder().encodeToString(css.toString().getBytes(StandardCharsets.UTF_8));
  }
}
