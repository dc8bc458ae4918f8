package app.ringbook.architecture;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may import whom; what is not named is denied. A room is a top-level package below the root;
 * its sub-packages belong to it, its {@code view} is a room of its own.
 */
final class HouseTable {
  private static final Map<String, Set<String>> LOGIC = new HashMap<>();

  static {
    row("platform");
    row("store", "platform");
    row("settings", "platform");
    row("ui", "platform", "settings");
    row("telephony", "platform", "settings");
    row("customer", "platform", "store", "settings");
    row("timeline", "platform", "store", "settings", "customer");
    row("call", "platform", "store", "settings", "customer", "timeline", "telephony");
    row("lead", "platform", "store", "settings", "customer", "timeline", "call", "telephony");
    row("spreadsheet", "platform", "store", "settings", "customer", "timeline", "call", "lead");
    row(
        "sample",
        "platform",
        "store",
        "settings",
        "customer",
        "timeline",
        "call",
        "telephony",
        "spreadsheet");
    row(
        "cli",
        "platform",
        "store",
        "settings",
        "customer",
        "timeline",
        "call",
        "lead",
        "telephony",
        "spreadsheet",
        "sample");
  }

  private HouseTable() {}

  private static void row(String room, String... mayImport) {
    LOGIC.put(room, Set.of(mayImport));
  }

  /** The room of a package relative to the root, or empty if the table has no row for it. */
  static Optional<String> room(String relativePackage) {
    if (relativePackage.isEmpty()) {
      return Optional.of("");
    }
    String top = relativePackage.split("\\.", 2)[0];
    if (top.equals("shell") || top.equals("app")) {
      return Optional.of(top);
    }
    if (!LOGIC.containsKey(top)) {
      return Optional.empty();
    }
    boolean view =
        relativePackage.equals(top + ".view") || relativePackage.startsWith(top + ".view.");
    return Optional.of(view ? top + ".view" : top);
  }

  /** True if the first room may import the second. */
  static boolean allows(String from, String to) {
    return from.equals(to) || mayImport(from).contains(to);
  }

  private static Set<String> mayImport(String room) {
    if (room.isEmpty()) {
      // Main shares the command line and the window, and names nobody else.
      return Set.of("cli", "app", "platform");
    }
    Set<String> all = new LinkedHashSet<>();
    if (room.endsWith(".view")) {
      String feature = room.substring(0, room.length() - ".view".length());
      all.add(feature);
      all.addAll(LOGIC.getOrDefault(feature, Set.of()));
      LOGIC.getOrDefault(feature, Set.of()).forEach(other -> all.add(other + ".view"));
      all.add("ui");
    } else if (room.equals("shell") || room.equals("app")) {
      LOGIC.keySet().forEach(other -> all.add(other));
      LOGIC.keySet().forEach(other -> all.add(other + ".view"));
      all.remove("cli");
      if (room.equals("app")) {
        all.add("shell");
        all.add("cli");
      }
    } else {
      all.addAll(LOGIC.getOrDefault(room, Set.of()));
    }
    return all;
  }
}
