package app.ringbook.settings;

/**
 * How the program looks and who uses it.
 *
 * @param language {@code en} or {@code zh}; empty until the first choice, then the system's is
 *     taken
 * @param theme how light and dark are chosen
 * @param reduceMotion true to show every change at once
 * @param userName name written beside what this person does; empty for the system's user name
 * @param company name shown under the program's name; may be empty
 * @param firstRunDone true once the first-run screen was left
 */
public record AppearanceSettings(
    String language,
    Theme theme,
    boolean reduceMotion,
    String userName,
    String company,
    boolean firstRunDone) {

  /** How light and dark are chosen. */
  public enum Theme {
    /** As the system does, live. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK
  }

  /** What a new installation starts with. */
  public static final AppearanceSettings DEFAULT =
      new AppearanceSettings("", Theme.SYSTEM, false, "", "", false);

  /** The same in another language. */
  public AppearanceSettings withLanguage(String value) {
    return new AppearanceSettings(value, theme, reduceMotion, userName, company, firstRunDone);
  }

  /** The same with another choice of light and dark. */
  public AppearanceSettings withTheme(Theme value) {
    return new AppearanceSettings(language, value, reduceMotion, userName, company, firstRunDone);
  }

  /** The same with or without motion. */
  public AppearanceSettings withReduceMotion(boolean value) {
    return new AppearanceSettings(language, theme, value, userName, company, firstRunDone);
  }

  /** The same for another user. */
  public AppearanceSettings withUserName(String value) {
    return new AppearanceSettings(language, theme, reduceMotion, value, company, firstRunDone);
  }

  /** The same for another company. */
  public AppearanceSettings withCompany(String value) {
    return new AppearanceSettings(language, theme, reduceMotion, userName, value, firstRunDone);
  }

  /** The same before or after the first run. */
  public AppearanceSettings withFirstRunDone(boolean value) {
    return new AppearanceSettings(language, theme, reduceMotion, userName, company, value);
  }
}
