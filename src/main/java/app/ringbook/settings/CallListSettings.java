package app.ringbook.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of calls shows.
 *
 * @param present what it showed last
 * @param views what the user named to find it again, in the order of naming
 */
public record CallListSettings(Shown present, List<Named> views) {
  /** What a new installation starts with: every call. */
  public static final CallListSettings DEFAULT = new CallListSettings(Shown.EVERYTHING, List.of());

  /** Puts right what a hand-edited file may lack. */
  public CallListSettings(@Nullable Shown present, @Nullable List<Named> views) {
    this.present = present == null ? Shown.EVERYTHING : present;
    this.views = views == null ? List.of() : List.copyOf(views);
  }

  /**
   * Which calls; each part narrows the others.
   *
   * @param tab name of the tab; null for all
   * @param text part of a name, number or note; may be empty
   * @param period name of the period; null for all times
   * @param leastTalkMillis how long people talked at least; 0 for any
   * @param result name of the result or the user's words; null for any
   * @param commented only calls with comments or marks
   * @param takenBy which of us took or made the call; null for anybody
   * @param customerId at the other end; null for anybody
   * @param contactId the person at the other end; null for anybody
   * @param person name of the customer or person; null without one
   */
  public record Shown(
      @Nullable String tab,
      @Nullable String text,
      @Nullable String period,
      long leastTalkMillis,
      @Nullable String result,
      boolean commented,
      @Nullable String takenBy,
      @Nullable Long customerId,
      @Nullable Long contactId,
      @Nullable String person) {
    /** Every call. */
    public static final Shown EVERYTHING =
        new Shown(null, "", null, 0, null, false, null, null, null, null);
  }

  /** A view with the name the user gave it. */
  public record Named(String name, Shown shown) {}

  /** The same, showing something else. */
  public CallListSettings withPresent(Shown changed) {
    return new CallListSettings(changed, views);
  }

  /** The same with one more view; one of this name is replaced. */
  public CallListSettings withView(Named view) {
    List<Named> changed = new ArrayList<>(without(view.name()).views);
    changed.add(view);
    return new CallListSettings(present, changed);
  }

  /** The same without the view of this name. */
  public CallListSettings without(String name) {
    return new CallListSettings(
        present, views.stream().filter(view -> !view.name().equals(name)).toList());
  }
}
