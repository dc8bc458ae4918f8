package app.ringbook.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What key customers ask for, as far as it was told.
 *
 * @param told keys of reminders that are due and were shown already
 */
public record CareSettings(List<String> told) {
  /** What a new installation starts with. */
  public static final CareSettings DEFAULT = new CareSettings(List.of());

  /** Puts right what a hand-edited file may lack. */
  public CareSettings(@Nullable List<String> told) {
    this.told = told == null ? List.of() : List.copyOf(told);
  }
}
