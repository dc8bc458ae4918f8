package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.twins.NameLikeness;
import app.ringbook.customer.twins.SimilarNames;
import app.ringbook.spreadsheet.kind.KindPass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stored customers with a name that is alike to that of a row: those that were there when the pass
 * began, and those that others stored since, so that a block asks inside its transaction. What the
 * pass itself stores is left out: rows of one file are not compared in this way.
 */
final class AlikeCustomers {
  /** More new customers than these between two blocks are compared in the next. */
  private static final int MOST_NEW = 10_000;

  private final @Nullable SimilarNames names;
  private final List<KnownMapper.KeyRow> since = new ArrayList<>();
  private long last;

  /**
   * @param names of all customers, or null if nobody is asked about alike names
   */
  AlikeCustomers(@Nullable SimilarNames names) {
    this.names = names;
    this.last = names == null ? 0 : names.last();
  }

  /** Ids of alike customers by the name's key, for those that have any. */
  Map<String, List<Long>> of(List<RowKeys> keys, KindPass.Reading reading) {
    SimilarNames known = names;
    if (known == null) {
      return Map.of();
    }
    for (KnownMapper.KeyRow row :
        reading.read(KnownMapper.class, m -> m.namesAfter(last, MOST_NEW))) {
      since.add(new KnownMapper.KeyRow(row.id(), NameKeys.twinKey(row.text())));
      last = row.id();
    }
    Map<String, List<Long>> alike = new HashMap<>();
    for (RowKeys one : keys) {
      reading.giveWay();
      if (one.named() && !one.apart() && !alike.containsKey(one.name())) {
        List<Long> ids = Stream.concat(known.alike(one.name()), late(one.name())).toList();
        if (!ids.isEmpty()) {
          alike.put(one.name(), ids);
        }
      }
    }
    return alike;
  }

  private Stream<Long> late(String name) {
    return since.stream().filter(row -> alike(row.text(), name)).map(KnownMapper.KeyRow::id);
  }

  /** True for names that are alike but not equal. */
  static boolean alike(String one, String other) {
    return !one.equals(other) && NameLikeness.ofKeys(one, other) >= NameLikeness.ALIKE;
  }

  /** The pass stored these itself. */
  void stored(List<Long> ids) {
    for (Long id : ids) {
      last = Math.max(last, id);
    }
  }

  /** All ids of an answer. */
  static Set<Long> all(Map<String, List<Long>> alike) {
    return alike.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }
}
