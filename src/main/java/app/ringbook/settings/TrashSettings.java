package app.ringbook.settings;

import java.util.List;

/**
 * How long deleted records can be put back.
 *
 * @param days whole days in the trash; one of {@link #CHOICES}
 */
public record TrashSettings(int days) {
  /** Days to choose from. */
  public static final List<Integer> CHOICES = List.of(7, 30, 90, 365);

  /** What a new installation starts with. */
  public static final TrashSettings DEFAULT = new TrashSettings(30);

  /** Puts right what a hand-edited file may say: never shorter than a week. */
  public TrashSettings {
    days = days <= 0 ? 30 : Math.max(days, CHOICES.getFirst());
  }
}
