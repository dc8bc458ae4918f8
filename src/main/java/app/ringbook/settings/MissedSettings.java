package app.ringbook.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person is reminded of missed calls.
 *
 * @param remindMinutes how long a missed call may wait; 0 for no reminder
 * @param reminded calls of which the person was reminded already, by their ids
 */
public record MissedSettings(int remindMinutes, List<Long> reminded) {
  /** The minutes that can be chosen; 0 is never. */
  public static final List<Integer> MINUTES = List.of(0, 10, 30, 60, 120, 240);

  /** What a new installation starts with. */
  public static final MissedSettings DEFAULT = new MissedSettings(30, List.of());

  /** Puts right what a hand-edited file may lack. */
  public MissedSettings(int remindMinutes, @Nullable List<Long> reminded) {
    this.remindMinutes = Math.max(0, remindMinutes);
    this.reminded = reminded == null ? List.of() : List.copyOf(reminded);
  }

  /** The same with another time. */
  public MissedSettings withRemindMinutes(int minutes) {
    return new MissedSettings(minutes, reminded);
  }

  /** The same with other calls of which the person was reminded. */
  public MissedSettings withReminded(List<Long> calls) {
    return new MissedSettings(remindMinutes, calls);
  }
}
