package app.ringbook.telephony.recorder;

import java.util.ArrayList;
import java.util.List;

/**
 * Sound that is not in a recording.
 *
 * @param frame where in the file, in samples of one channel
 * @param frames how much is missing, in samples of one channel
 * @param kind why, and whether silence stands for it
 */
public record Gap(long frame, long frames, Kind kind) {

  /** Why sound is missing. */
  public enum Kind {
    /** It was lost on its way; silence of the same length stands for it. */
    SILENCE('s'),
    /** Too much was lost, or the kit began to count anew: the file goes straight on. */
    CUT('c'),
    /** The user paused; the file goes straight on. */
    PAUSED('p');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /** True if the sound was lost, not left out by wish. */
  public boolean lost() {
    return kind != Kind.PAUSED;
  }

  /** The text by which {@link #read} gets the list back, for example {@code s16000+800}. */
  public static String write(List<Gap> gaps) {
    StringBuilder out = new StringBuilder();
    for (Gap gap : gaps) {
      out.append(out.isEmpty() ? "" : " ");
      out.append(gap.kind.letter).append(gap.frame).append('+').append(gap.frames);
    }
    return out.toString();
  }

  /** The list that {@link #write} wrote; parts that cannot be read are left out. */
  public static List<Gap> read(String text) {
    List<Gap> gaps = new ArrayList<>();
    for (String part : text.trim().split("\\s+", -1)) {
      int plus = part.indexOf('+');
      for (Kind kind : Kind.values()) {
        if (part.matches("[a-z]\\d{1,15}\\+\\d{1,15}") && part.charAt(0) == kind.letter) {
          long frame = Long.parseLong(part.substring(1, plus));
          gaps.add(new Gap(frame, Long.parseLong(part.substring(plus + 1)), kind));
        }
      }
    }
    return gaps;
  }
}
