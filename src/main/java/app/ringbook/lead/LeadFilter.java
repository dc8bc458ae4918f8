package app.ringbook.lead;

import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows; each part narrows the others.
 *
 * @param state only those in this state, or null for all
 * @param source only those of this source, or null for all
 * @param owner only those looked after by this person; empty for nobody's; null for all
 * @param due only those to be contacted today or before
 * @param text part of a name, company, number, address or note, pinyin too; empty for all
 */
public record LeadFilter(
    Lead.@Nullable State state,
    @Nullable String source,
    @Nullable String owner,
    boolean due,
    String text) {
  /** Every lead. */
  public static final LeadFilter ALL = new LeadFilter(null, null, null, false, "");

  /** All leads in a state. */
  public static LeadFilter of(Lead.State state) {
    return ALL.withState(state);
  }

  /** The same for leads in another state. */
  public LeadFilter withState(Lead.@Nullable State changed) {
    return new LeadFilter(changed, source, owner, due, text);
  }

  /** The same for another source; null for all. */
  public LeadFilter withSource(@Nullable String changed) {
    return new LeadFilter(state, changed, owner, due, text);
  }

  /** The same for another owner; empty for nobody's, null for all. */
  public LeadFilter withOwner(@Nullable String changed) {
    return new LeadFilter(state, source, changed, due, text);
  }

  /** Those to be contacted today or before, whatever day it is when it is asked; or all. */
  public LeadFilter withDue(boolean only) {
    return new LeadFilter(state, source, owner, only, text);
  }

  /** The same for another text. */
  public LeadFilter withText(String changed) {
    return new LeadFilter(state, source, owner, due, changed);
  }

  /** True if only the state narrows. */
  public boolean wide() {
    return source == null && owner == null && !due && text.isBlank();
  }
}
