package app.ringbook.customer.twins;

import app.ringbook.customer.twins.Collisions.Pair;
import app.ringbook.platform.Progress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of alike names among very many, by sorted neighbourhoods: names are sorted once from their
 * beginning and once from their end, and each is compared with the few next to it. Two names that
 * differ in one place share their beginning or their end and come to stand together, unless very
 * many others share it too. Takes seconds for a million names, where comparing each with each would
 * take days. (M. Hernández, S. Stolfo: The Merge/Purge Problem for Large Databases, 1995.)
 */
final class AlikeNames {
  /** How many neighbours a name is compared with. */
  private static final int NEIGHBOURS = 8;

  /** Shorter names are alike by chance. */
  private static final int SHORTEST = 3;

  /** A list of more is no help to anybody. */
  private static final int MOST = 100_000;

  private AlikeNames() {}

  /** A customer by {@link app.ringbook.customer.names.NameKeys#twinKey}. */
  record Named(long id, String key) {}

  /** How alike the names of a pair are, for those that are alike; at most a hundred thousand. */
  static Map<Pair, Double> in(List<Named> names, Progress progress) {
    Map<Pair, Double> alike = new LinkedHashMap<>();
    List<Named> worth = names.stream().filter(n -> n.key().length() >= SHORTEST).toList();
    neighbours(worth, Comparator.comparing(Named::key), alike, progress);
    neighbours(worth, AlikeNames::fromTheEnd, alike, progress);
    return alike;
  }

  private static void neighbours(
      List<Named> names, Comparator<Named> order, Map<Pair, Double> alike, Progress progress) {
    List<Named> sorted = names.stream().sorted(order).toList();
    for (int i = 0; i < sorted.size() && alike.size() < MOST; i++) {
      if (i % 10_000 == 0) {
        progress.check();
      }
      Named one = sorted.get(i);
      for (int k = i + 1; k < Math.min(sorted.size(), i + 1 + NEIGHBOURS); k++) {
        Named other = sorted.get(k);
        double likeness = NameLikeness.ofKeys(one.key(), other.key());
        if (likeness >= NameLikeness.ALIKE) {
          alike.put(Pair.of(one.id(), other.id()), likeness);
        }
      }
    }
  }

  /** The order of two names read from the end. */
  private static int fromTheEnd(Named one, Named other) {
    int a = one.key().length();
    int b = other.key().length();
    while (a > 0 && b > 0) {
      int difference = Character.compare(one.key().charAt(--a), other.key().charAt(--b));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(a, b);
  }
}
