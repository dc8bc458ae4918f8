package app.ringbook.cli.bench;

import app.ringbook.cli.session.House;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reads all numbers once, page by page, gives them to the rivals, and keeps as many as the
 * questions need, each as likely as any other: a million customers must fit beside them in a small
 * heap.
 */
final class BenchNumbers {
  private static final int PAGE = 20_000;
  private static final int KEPT = 50_000;

  private BenchNumbers() {}

  static List<BenchMapper.Line> share(House house, Rivals rivals) throws SQLException {
    Random random = new Random(5);
    List<BenchMapper.Line> kept = new ArrayList<>();
    long after = 0;
    int seen = 0;
    List<BenchMapper.Line> page;
    do {
      long last = after;
      page = house.database().read(BenchMapper.class, m -> m.numbersAfter(last, PAGE));
      rivals.add(page);
      for (BenchMapper.Line number : page) {
        int place = seen++ < KEPT ? kept.size() : random.nextInt(seen);
        if (place == kept.size() && place < KEPT) {
          kept.add(number);
        } else if (place < KEPT) {
          kept.set(place, number);
        }
        after = number.id();
      }
    } while (page.size() == PAGE);
    rivals.filled();
    return kept;
  }
}
