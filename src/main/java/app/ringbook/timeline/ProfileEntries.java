package app.ringbook.timeline;

import app.ringbook.customer.profile.ProfileFollower;
import app.ringbook.platform.AppClock;
import app.ringbook.store.Transaction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells changes of profiles in the timeline. The entry's title is the key of the field, its detail
 * three lines: the value before, the value after, the reason. They are stored values; screens show
 * the words for them.
 */
public final class ProfileEntries implements ProfileFollower {
  /** Source of these entries. */
  public static final String SOURCE = "profile";

  private final Timeline timeline;
  private final AppClock clock;

  /** Writes into this timeline. */
  public ProfileEntries(Timeline timeline, AppClock clock) {
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public void changed(Transaction transaction, ProfileChange change) {
    timeline.appendIn(
        transaction,
        new NewEntry(
            change.customerId(),
            null,
            TimelineKind.CHANGED,
            clock.now(),
            change.what(),
            line(change.before()) + "\n" + line(change.after()) + "\n" + line(change.reason()),
            null,
            SOURCE,
            null));
  }

  /** Value before, value after and reason of such an entry; empty texts for none. */
  public static List<String> parts(TimelineEntry entry) {
    List<String> lines = Objects.requireNonNullElse(entry.detail(), "").lines().toList();
    return List.of(part(lines, 0), part(lines, 1), part(lines, 2));
  }

  private static String part(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : text.replace('\n', ' ').strip();
  }
}
