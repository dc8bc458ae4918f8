package app.ringbook.customer.stored;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.index.OwnerSet;
import app.ringbook.platform.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundRowsTest {
  private static final int ROWS = 40_000;

  /** A list of ids, the highest first. */
  private static List<Long> slice(@Nullable List<Long> ids, @Nullable Long after, int limit) {
    LongStream all =
        ids == null
            ? LongStream.iterate(after == null ? ROWS : after - 1, id -> id > 0, id -> id - 1)
            : ids.stream().mapToLong(id -> id).map(id -> -id).sorted().map(id -> -id);
    return all.limit(limit).boxed().toList();
  }

  private static FoundRows<Long> found(long every, long upTo) {
    OwnerSet set = new OwnerSet();
    LongStream.rangeClosed(1, upTo).filter(id -> id % every == 0).forEach(set::add);
    return FoundRows.of(set, set::has);
  }

  private static List<Long> page(FoundRows<Long> found) {
    return found.page(FoundRowsTest::slice, Comparator.reverseOrder(), 3, Progress.NONE);
  }

  @Test
  void fewAreAskedForByTheirIdsAndComeInTheListsOrder() {
    FoundRows<Long> found = found(100, ROWS);
    assertThat(page(found)).containsExactly(40_000L, 39_900L, 39_800L);
  }

  @Test
  void manyAreMetWhereverInTheListTheyBegin() {
    FoundRows<Long> found = found(2, 20_000);
    assertThat(page(found)).containsExactly(20_000L, 19_998L, 19_996L);
  }

  @Test
  void everyRowIsCountedOnceHoweverManyThereAre() {
    OwnerSet all = new OwnerSet();
    LongStream.rangeClosed(1, 20_000).forEach(all::add);
    for (FoundRows<Long> found :
        List.of(FoundRows.of(all, all::has), FoundRows.many((Long id) -> all.has(id)))) {
      List<Long> seen = new ArrayList<>();
      found.each(FoundRowsTest::slice, Progress.NONE, seen::add);
      assertThat(seen).doesNotHaveDuplicates().hasSize(20_000);
    }
  }
}
