package app.ringbook.settings;

import org.jspecify.annotations.Nullable;

/**
 * How leads come in by themselves.
 *
 * @param folder files dropped there become leads; null for no such folder
 * @param source where those leads come from, in the user's words; may be empty
 * @param owner who is to look after them; may be empty
 */
public record LeadSettings(@Nullable String folder, String source, String owner) {
  /** What a new installation starts with: no folder. */
  public static final LeadSettings DEFAULT = new LeadSettings(null, "", "");

  /** Puts right what a hand-edited file may lack. */
  public LeadSettings(@Nullable String folder, @Nullable String source, @Nullable String owner) {
    this.folder = folder == null || folder.isBlank() ? null : folder;
    this.source = source == null ? "" : source.strip();
    this.owner = owner == null ? "" : owner.strip();
  }
}
