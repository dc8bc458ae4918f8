package app.ringbook.lead;

import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows; each part narrows the others.
 *
 * @param state only those in this state, or null for all
 * @param source only those of this source, or null for all
 * @param owner only those looked after by this person; empty for nobody's; null for all
 * @param text part of a name, company, number, address or note, pinyin too; empty for all
 */
public record LeadFilter(
    Lead.@Nullable State state, @Nullable String source, @Nullable String owner, String text) {
  /** All leads in a state. */
  public static LeadFilter of(Lead.State state) {
    return new LeadFilter(state, null, null, "");
  }

  /** The same for leads in another state. */
  public LeadFilter withState(Lead.@Nullable State changed) {
    return new LeadFilter(changed, source, owner, text);
  }

  /** The same for another source; null for all. */
  public LeadFilter withSource(@Nullable String changed) {
    return new LeadFilter(state, changed, owner, text);
  }

  /** The same for another owner; empty for nobody's, null for all. */
  public LeadFilter withOwner(@Nullable String changed) {
    return new LeadFilter(state, source, changed, text);
  }

  /** The same for another text. */
  public LeadFilter withText(String changed) {
    return new LeadFilter(state, source, owner, changed);
  }

  /** True if only the state narrows. */
  public boolean wide() {
    return source == null && owner == null && text.isBlank();
  }
}
