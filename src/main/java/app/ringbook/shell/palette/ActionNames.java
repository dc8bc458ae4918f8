package app.ringbook.shell.palette;

import app.ringbook.customer.names.NameKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the names of actions are found: by their words, by the initials of their words, and Chinese
 * ones by their pinyin and its initials too. For any thread.
 */
final class ActionNames {
  /** A name and its lines as {@link NameKeys#searchKey} makes them. */
  private final Map<String, List<String>> lines = new ConcurrentHashMap<>();

  /** Those of the names whose pinyin is not known yet. */
  List<String> unread(List<String> names) {
    return names.stream()
        .filter(name -> !lines.containsKey(name) && !plain(name))
        .distinct()
        .toList();
  }

  /** Learns the pinyin of names; not for the window's thread, the first time takes a second. */
  boolean read(List<String> names) {
    for (String name : names) {
      lines.put(name, NameKeys.searchKey(name, false).lines().skip(1).toList());
    }
    return !names.isEmpty();
  }

  /** True if all typed words occur, or the text is how the name is read or its initials. */
  boolean match(String name, String typed) {
    String lower = name.toLowerCase(Locale.ROOT);
    String wanted = typed.toLowerCase(Locale.ROOT);
    return words(lower, wanted) || initials(lower, wanted) || sounds(name, wanted);
  }

  private static boolean words(String name, String wanted) {
    for (String word : wanted.split("\\s+", -1)) {
      if (!name.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean initials(String name, String wanted) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("\\s+", -1)) {
      initials.append(word.isEmpty() ? "" : word.substring(0, 1));
    }
    return wanted.length() > 1 && initials.toString().startsWith(wanted);
  }

  /** Two letters or more, from any sign on for initials: so typing one lists no noise. */
  private boolean sounds(String name, String wanted) {
    String letters = wanted.replace(" ", "").replace("'", "");
    return letters.length() > 1
        && lines.getOrDefault(name, List.of()).stream().anyMatch(line -> line.contains(letters));
  }

  private static boolean plain(String name) {
    return name.chars().allMatch(sign -> sign < 0x80);
  }
}
