package app.ringbook.lead;

import app.ringbook.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How leads come that the program itself has words for; a user may add words of their own. */
public enum LeadSource {
  /** Called, and nobody took it. */
  MISSED_CALL,
  /** Called, or was called. */
  CALL,
  /** Written down by a person. */
  FORM,
  /** Pasted from a sheet or a text. */
  PASTE,
  /** A row of a file. */
  FILE;

  /** The source if it is in the user's own words, else null. */
  static @Nullable String ofUser(String source) {
    for (LeadSource one : values()) {
      if (one.name().equals(source)) {
        return null;
      }
    }
    return source;
  }

  /** The words for a stored source: in the reader's language, or as the user wrote them. */
  public static String words(String source, Texts texts) {
    for (LeadSource one : values()) {
      if (one.name().equals(source)) {
        return texts.text("lead.source." + source.toLowerCase(Locale.ROOT));
      }
    }
    return source;
  }
}
