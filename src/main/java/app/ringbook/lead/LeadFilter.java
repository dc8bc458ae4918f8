package app.ringbook.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows; each part narrows the others.
 *
 * @param state only those in this state, or null for all
 * @param source only those of this source, or null for all
 * @param owner only those looked after by this person; empty for nobody's; null for all
 * @param dueBefore only those to be contacted before this moment, or null for all
 * @param text part of a name, company, number, address or note, pinyin too; empty for all
 */
public record LeadFilter(
    Lead.@Nullable State state,
    @Nullable String source,
    @Nullable String owner,
    @Nullable Instant dueBefore,
    String text) {
  /** Every lead. */
  public static final LeadFilter ALL = new LeadFilter(null, null, null, null, "");

  /** All leads in a state. */
  public static LeadFilter of(Lead.State state) {
    return ALL.withState(state);
  }

  /** The same for leads in another state. */
  public LeadFilter withState(Lead.@Nullable State changed) {
    return new LeadFilter(changed, source, owner, dueBefore, text);
  }

  /** The same for another source; null for all. */
  public LeadFilter withSource(@Nullable String changed) {
    return new LeadFilter(state, changed, owner, dueBefore, text);
  }

  /** The same for another owner; empty for nobody's, null for all. */
  public LeadFilter withOwner(@Nullable String changed) {
    return new LeadFilter(state, source, changed, dueBefore, text);
  }

  /** Those to be contacted before a moment; null for all. */
  public LeadFilter withDueBefore(@Nullable Instant changed) {
    return new LeadFilter(state, source, owner, changed, text);
  }

  /** The same for another text. */
  public LeadFilter withText(String changed) {
    return new LeadFilter(state, source, owner, dueBefore, changed);
  }

  /** True if only the state narrows. */
  public boolean wide() {
    return source == null && owner == null && dueBefore == null && text.isBlank();
  }
}
