package app.ringbook.testkit;

import app.ringbook.customer.columns.Grouping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Customers put together by a value, one by one. */
final class FakeGroups {
  private FakeGroups() {}

  static Grouping of(long[] ids, LongFunction<@Nullable Object> value) {
    Map<@Nullable String, List<Long>> by =
        new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
    for (long id : ids) {
      Object found = value.apply(id);
      by.computeIfAbsent(found == null ? null : found.toString(), v -> new ArrayList<>()).add(id);
    }
    List<Long> all = new ArrayList<>();
    List<Grouping.Group> groups = new ArrayList<>();
    by.forEach(
        (name, members) -> {
          groups.add(new Grouping.Group(name, all.size(), members.size()));
          all.addAll(members);
        });
    return new Grouping(all.stream().mapToLong(Long::longValue).toArray(), groups);
  }
}
