package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.Progress;
import java.util.BitSet;

/** Carries a filter out over columns: one walk for each condition, then whole words of bits. */
final class FilterRun {
  private final Columns columns;
  private final Slots slots;
  private final Column.Now now;
  private final Progress progress;

  FilterRun(Columns columns, Column.Now now, Progress progress) {
    this.columns = columns;
    this.slots = columns.slots();
    this.now = now;
    this.progress = progress;
  }

  /** Slots of customers that are there and are meant; a set of the caller's own. */
  BitSet run(Filter filter) {
    progress.check();
    return switch (filter) {
      case Filter.All all -> {
        BitSet found = (BitSet) slots.alive().clone();
        for (Filter part : all.parts()) {
          found.and(run(part));
        }
        yield found;
      }
      case Filter.Any any -> {
        BitSet found = new BitSet(slots.size());
        for (Filter part : any.parts()) {
          found.or(run(part));
        }
        yield found;
      }
      case Filter.Not not -> {
        BitSet found = (BitSet) slots.alive().clone();
        found.andNot(run(not.part()));
        yield found;
      }
      case Filter.Where where -> {
        Column column = columns.column(where.field());
        BitSet found = column.matching(where.condition(), now, slots.size());
        found.and(slots.alive());
        yield found;
      }
    };
  }
}
