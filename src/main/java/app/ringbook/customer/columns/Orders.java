package app.ringbook.customer.columns;

import java.util.HashMap;
import java.util.Map;

/** The last few orders of all customers, until one of them changes. Used under the store's lock. */
final class Orders {
  private static final int KEPT = 4;
  private final Columns columns;
  private final Map<String, int[]> known = new HashMap<>();

  Orders(Columns columns) {
    this.columns = columns;
  }

  /** Some customer changed. */
  void clear() {
    known.clear();
  }

  /** All slots by a field; among them may be some whose customer is gone. */
  int[] of(String sort, boolean descending) {
    int[] byName = columns.names().order();
    if (sort.equals(ColumnStore.BY_NAME)) {
      return descending ? turned(byName) : byName;
    }
    if (known.size() >= KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(
        sort + (descending ? " down" : " up"),
        key -> columns.column(sort).sorted(byName, descending));
  }

  private static int[] turned(int[] order) {
    int[] turned = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turned[order.length - 1 - i] = order[i];
    }
    return turned;
  }

  /** About so many bytes. */
  long bytes() {
    return known.values().stream().mapToLong(order -> 4L * order.length).sum();
  }
}
