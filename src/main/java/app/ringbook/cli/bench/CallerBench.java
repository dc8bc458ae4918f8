package app.ringbook.cli.bench;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.session.House;
import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.platform.PhoneNumber;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Who has this number: our index in memory beside a prepared statement of each rival, question by
 * question in turn. One question in five is for a number nobody has. Both must name the same
 * customers.
 */
final class CallerBench {
  private static final int QUESTIONS = 20_000;
  private static final int WARM_UP = 2_000;
  private final House house;
  private final List<BenchMapper.Line> numbers;

  CallerBench(House house, List<BenchMapper.Line> numbers) {
    this.house = house;
    this.numbers = numbers;
  }

  List<BenchResult> run(Rivals rivals) throws SQLException {
    List<BenchResult> results = new ArrayList<>();
    for (RivalDatabase rival : rivals.all()) {
      results.addAll(against(rival));
    }
    return results;
  }

  private List<BenchResult> against(RivalDatabase rival) throws SQLException {
    Random random = new Random(7);
    Percentiles ours = new Percentiles();
    Percentiles others = new Percentiles();
    for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
      PhoneNumber number = house.numbers().parse(question(random, i));
      NumberKeys keys = NumberKeys.of(number, "");
      Set<Long> found = new HashSet<>();
      long start = house.clock().nanoTime();
      ask(house.callerIndex(), keys, found);
      long middle = house.clock().nanoTime();
      Set<Long> answer = rival.ask(number.suffix8());
      long end = house.clock().nanoTime();
      if (!answer.containsAll(found)) {
        throw new IllegalStateException("Not the same answer for " + number.suffix8());
      }
      if (i >= WARM_UP) {
        ours.add(middle - start);
        others.add(end - middle);
      }
    }
    String name = "caller lookup against " + rival.name();
    return List.of(
        BenchResult.of(name + ", p50", ours.micros(.5), others.micros(.5), "us"),
        BenchResult.of(name + ", p99", ours.micros(.99), others.micros(.99), "us"));
  }

  private String question(Random random, int place) {
    if (place % 5 == 0) {
      return "0999" + (1_000_000 + random.nextInt(8_999_999));
    }
    return numbers.get(random.nextInt(numbers.size())).raw();
  }

  private static void ask(CallerIndex index, NumberKeys keys, Set<Long> found) {
    index.find(keys, (likeness, phoneId, customerId, contactId, main) -> found.add(customerId));
  }
}
