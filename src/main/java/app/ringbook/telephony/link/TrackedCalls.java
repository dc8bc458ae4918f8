package app.ringbook.telephony.link;

import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallerInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one kit that its tracker remembers: those going on, and the latest that are over,
 * since more may come of them.
 */
final class TrackedCalls {
  private static final int MOST_OPEN = 64;
  private static final int MOST_ENDED = 1024;

  private final Map<String, OpenCall> open = new LinkedHashMap<>();
  private final Map<String, String> sameCall = new LinkedHashMap<>();
  private final Map<String, OpenCall> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenCall> eldest) {
          return size() > MOST_ENDED;
        }
      };

  /** By which id a call is remembered that the kit calls so. */
  String idOf(String told) {
    return sameCall.getOrDefault(told, told);
  }

  /** From now on the kit's other id means this call, too. */
  void same(String told, OpenCall call) {
    sameCall.put(told, call.id);
  }

  /** The other id means a call of its own after all. */
  void apart(String told) {
    sameCall.remove(told);
  }

  @Nullable OpenCall open(String id) {
    return open.get(id);
  }

  /** The call, going on or over, or null. */
  @Nullable OpenCall known(String id) {
    OpenCall call = open.get(id);
    return call != null ? call : ended.get(id);
  }

  /** A copy of those going on, the oldest first. */
  List<OpenCall> all() {
    return List.copyOf(open.values());
  }

  /** The oldest one going on, if no more can be remembered; else null. */
  @Nullable OpenCall tooMany() {
    Collection<OpenCall> calls = open.values();
    return calls.size() < MOST_OPEN ? null : calls.iterator().next();
  }

  void goesOn(OpenCall call) {
    ended.remove(call.id);
    open.put(call.id, call);
  }

  void isOver(OpenCall call) {
    open.remove(call.id);
    ended.put(call.id, call);
    sameCall.values().removeIf(call.id::equals);
  }

  /** The call that rang when the kit restarted and may be the one that rings now, or null. */
  @Nullable OpenCall orphan(Stamp at, CallerInfo info) {
    for (OpenCall call : open.values()) {
      long apart = (at.hostNanos() - call.began.hostNanos()) / 1_000_000;
      if (call.orphan
          && call.began.line() == at.line()
          && apart < CallTracker.RESTART_MILLIS
          && !differs(call, info)) {
        return call;
      }
    }
    return null;
  }

  /** True if both numbers are known and not the same. */
  static boolean differs(OpenCall call, CallerInfo info) {
    String number = call.info.number();
    return number != null && info.number() != null && !Objects.equals(number, info.number());
  }
}
