package app.ringbook.cli.bench;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.session.House;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.catalogue.CustomerRecords;
import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The list of customers beside the natural SQL of other databases: opening it, sorting all of it,
 * filtering it and reading the rows of a scrolled screen, question by question in turn. Both sides
 * must give the same customers in the same order.
 */
final class ListBench {
  private static final int TRIES = 15;
  private static final int WARM_UP = 4;
  private static final int SCREEN = 50;
  private static final int PAGE = 5000;
  private final House house;
  private final Path folder;
  private final ColumnStore columns;
  private final CustomerList list;
  private final CustomerRecords records;
  private final List<BenchResult> results = new ArrayList<>();

  ListBench(House house, Path folder) {
    this.house = house;
    this.folder = folder;
    CustomerCatalogue catalogue =
        new CustomerCatalogue(
            new CustomFields(house.database()), new Ratings(house.settings()), house.clock());
    this.columns =
        new ColumnStore(house.database(), house.clock(), () -> CatalogueColumns.of(catalogue));
    this.list = new CustomerList(house.database(), house.search(), columns);
    this.records =
        new CustomerRecords(
            house.database(),
            house.customers(),
            new Profiles(house.database(), house.clock()),
            list);
  }

  /** One side of a question. */
  private interface Side {
    long[] answer() throws SQLException;
  }

  List<BenchResult> run() throws IOException, SQLException {
    List<ListRival> rivals = ListRival.all(folder);
    try {
      fill(rivals);
      list.load(Progress.NONE);
      long count = house.customers().count();
      for (ListRival rival : rivals) {
        against(rival, (int) count);
      }
    } finally {
      columns.close();
      for (ListRival rival : rivals) {
        rival.close();
      }
    }
    return results;
  }

  private void fill(List<ListRival> rivals) throws SQLException {
    long last = 0;
    List<BenchMapper.Listed> rows;
    do {
      long after = last;
      rows = house.database().read(BenchMapper.class, m -> m.listedAfter(after, PAGE));
      for (ListRival rival : rivals) {
        rival.add(rows);
      }
      last = rows.isEmpty() ? last : rows.getLast().id();
    } while (rows.size() == PAGE);
    for (ListRival rival : rivals) {
      rival.filled();
    }
  }

  private void against(ListRival rival, int count) throws SQLException {
    String name = ", list of " + count + " against " + rival.name();
    measure("open" + name, () -> list.first(ListQuery.ALL, 200), () -> rival.page(0, 200));
    measure(
        "sort by last contact" + name,
        () -> list.ids(ListQuery.ALL.sortedBy("lastContact", true)),
        () ->
            rival.ids(
                "SELECT id FROM customer ORDER BY CASE WHEN last_at IS NULL THEN 1 ELSE 0 END,"
                    + " last_at DESC, name_key, id"));
    String trade = columns.choices("industry", 1, Progress.NONE).getFirst().value();
    ListQuery filtered = filtered(trade);
    long[] days = days();
    measure(
        "filter: tier A or B, not a trade, next contact this month" + name,
        () -> list.ids(filtered),
        () ->
            rival.ids(
                "SELECT id FROM customer WHERE tier IN (?, ?) AND (industry IS NULL OR industry"
                    + " <> ?) AND next_at >= ? AND next_at < ? ORDER BY next_at, name_key, id",
                "A",
                "B",
                trade,
                days[0],
                days[1]));
    int far = count * 2 / 3;
    long[] order = list.ids(ListQuery.ALL);
    measure(
        "read a screen two thirds down" + name,
        () -> lines(Arrays.copyOfRange(order, far, Math.min(count, far + SCREEN))),
        () -> rival.page(far, SCREEN));
  }

  private long[] lines(long[] ids) {
    return records.of(Arrays.stream(ids).boxed().toList()).stream()
        .mapToLong(CustomerRecord::id)
        .toArray();
  }

  private static ListQuery filtered(String trade) {
    return ListQuery.ALL
        .sortedBy("nextContact", false)
        .withFilter(
            Filter.all(
                Filter.where("tier", new Condition.OneOf(List.of("A", "B"))),
                Filter.not(Filter.where("industry", new Condition.OneOf(List.of(trade)))),
                Filter.where("nextContact", new Condition.When(Span.Named.THIS_MONTH))));
  }

  private long[] days() {
    LocalDate first = house.clock().today().withDayOfMonth(1);
    return new long[] {
      first.atStartOfDay(house.clock().zone()).toInstant().toEpochMilli(),
      first.plusMonths(1).atStartOfDay(house.clock().zone()).toInstant().toEpochMilli()
    };
  }

  private void measure(String name, Side ours, Side other) throws SQLException {
    Percentiles mine = new Percentiles();
    Percentiles others = new Percentiles();
    for (int i = 0; i < WARM_UP + TRIES; i++) {
      long start = house.clock().nanoTime();
      long[] answer = ours.answer();
      long middle = house.clock().nanoTime();
      long[] expected = other.answer();
      long end = house.clock().nanoTime();
      if (!Arrays.equals(answer, expected)) {
        throw new IllegalStateException("Not the same answer: " + name);
      }
      if (i >= WARM_UP) {
        mine.add(middle - start);
        others.add(end - middle);
      }
    }
    results.add(BenchResult.of(name + ", p50", mine.millis(.5), others.millis(.5), "ms"));
    results.add(BenchResult.of(name + ", p95", mine.millis(.95), others.millis(.95), "ms"));
  }
}
