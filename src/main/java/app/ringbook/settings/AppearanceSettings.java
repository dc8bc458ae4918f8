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
}
