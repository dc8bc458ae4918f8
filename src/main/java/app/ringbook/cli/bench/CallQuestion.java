package app.ringbook.cli.bench;

import app.ringbook.cli.session.House;
import app.ringbook.customer.Match;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A caller whom both sides must name alike.
 *
 * @param digits the number as the kit sends it
 * @param customer whose it is
 */
record CallQuestion(String digits, Match.Candidate customer) {
  private static final int MOST_DIGITS = 14;

  /**
   * Callers drawn at random, all with names of their own, each the only one with that number.
   *
   * @param wanted how many
   */
  static List<CallQuestion> draw(
      House house, List<BenchMapper.Line> numbers, Rivals rivals, int wanted) throws SQLException {
    Random random = new Random(11);
    List<CallQuestion> drawn = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int tries = 0; drawn.size() < wanted && tries < wanted * 1000; tries++) {
      BenchMapper.Line line = numbers.get(random.nextInt(numbers.size()));
      String digits = line.raw().replaceAll("[^0-9]", "");
      if (digits.length() <= MOST_DIGITS
          && house.matcher().match(house.numbers().parse(digits)) instanceof Match.One one
          && one.candidate().customerId() == line.customerId()
          && rivals.all().getFirst().ask(line.suffix8()).equals(Set.of(line.customerId()))
          && names.add(shown(one.candidate()))) {
        drawn.add(new CallQuestion(digits, one.candidate()));
      }
    }
    if (drawn.size() < wanted) {
      throw new IllegalStateException("Too few numbers that only one customer has");
    }
    return drawn;
  }

  /** As the pop-up names a caller. */
  private static String shown(Match.Candidate caller) {
    String person = caller.contactName();
    return person == null ? caller.customerName() : person;
  }
}
