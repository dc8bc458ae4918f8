package app.ringbook.telephony.driver.ncid;

import java.util.HashMap;
import java.util.Map;

/** Numbers of telephone lines: a line named by a number keeps it, others follow as they come. */
final class NcidLines {
  private static final int MOST = 64;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The line's number from 1; the only line of a server that names none is the first. */
  int number(String name) {
    if (name.isEmpty() || name.equals("NO-LINE")) {
      return 1;
    }
    if (name.matches("[1-9]\\d?")) {
      return Integer.parseInt(name);
    }
    if (numbers.size() >= MOST && !numbers.containsKey(name)) {
      return 1;
    }
    return numbers.computeIfAbsent(name, n -> free());
  }

  private int free() {
    int number = 1;
    while (numbers.containsValue(number)) {
      number++;
    }
    return number;
  }
}
