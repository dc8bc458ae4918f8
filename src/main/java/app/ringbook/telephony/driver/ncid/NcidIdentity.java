package app.ringbook.telephony.driver.ncid;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which call a line tells of. A line has no call number, so date, time, line and number as the
 * server wrote them are the identity, and which one of those alike: the same for the line that came
 * live and the line of the log, in every connection and after every start of the program.
 */
final class NcidIdentity {
  private static final int MOST = 50_000;
  private static final int LONGEST_LINE = 12;
  private static final int LONGEST_NUMBER = 20;

  private final Map<String, Integer> counted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };
  private final Map<String, Integer> replayed = new HashMap<>();
  private final Set<String> told = new LinkedHashSet<>();

  /** A connection was made: the log comes from its beginning. */
  void logBegins() {
    replayed.clear();
  }

  /** The identity of a call that happens now. */
  String live(NcidRecord.Call call) {
    String face = face(call);
    return face + "-" + counted.merge(face, 1, Integer::sum);
  }

  /** The identity of a call of the log. */
  String replayed(NcidRecord.Call call) {
    String face = face(call);
    int number = replayed.merge(face, 1, Integer::sum);
    counted.merge(face, number, Math::max);
    return face + "-" + number;
  }

  /** Remembers that a call was told; false if it was told before. */
  boolean tell(String identity) {
    if (!told.add(identity)) {
      return false;
    }
    if (told.size() > MOST) {
      told.remove(told.iterator().next());
    }
    return true;
  }

  private static String face(NcidRecord.Call call) {
    String number = clean(call.number());
    return first(clean(call.date()), 8)
        + "-"
        + first(clean(call.time()), 4)
        + "-"
        + first(clean(call.line()), LONGEST_LINE)
        + "-"
        + number.substring(Math.max(0, number.length() - LONGEST_NUMBER));
  }

  private static String clean(String text) {
    return text.replaceAll("[^0-9A-Za-z*#+]", "");
  }

  private static String first(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }
}
