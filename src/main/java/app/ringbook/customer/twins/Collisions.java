package app.ringbook.customer.twins;

import app.ringbook.customer.Customers;
import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of customers that stand in the book twice: pairs with one number, one credit code or
 * names that are alike, most of all those two people work on. Not for the window's thread.
 */
public final class Collisions {
  private static final int PAGE = 2_000;

  /** More customers than this with one number share a switchboard, not a mistake. */
  private static final int MOST_WITH_ONE_NUMBER = 10;

  private final Database database;
  private final Customers customers;
  private final Twins twins;

  /** Reads all customers there are at each report. */
  public Collisions(Database database, Customers customers, Twins twins) {
    this.database = database;
    this.customers = customers;
    this.twins = twins;
  }

  /** Two customers, the older first. */
  record Pair(long one, long other) {
    static Pair of(long some, long another) {
      return new Pair(Math.min(some, another), Math.max(some, another));
    }
  }

  /** Why two customers may be one, and how alike their names are in percent. */
  private record Reason(Twin.Why why, int likeness) {}

  /**
   * All pairs that nobody said to be different, the surest first, each once with its surest reason.
   *
   * @param differentOwners true for those only that two people look after
   * @param progress in customers read
   */
  public List<Collision> report(boolean differentOwners, Progress progress) {
    Map<Pair, Reason> pairs = new LinkedHashMap<>();
    codes(pairs);
    numbers(pairs, progress);
    for (Map.Entry<Pair, Double> alike : AlikeNames.in(names(progress), progress).entrySet()) {
      int percent = (int) Math.round(100 * alike.getValue());
      Twin.Why why = percent == 100 ? Twin.Why.NAME : Twin.Why.SIMILAR;
      pairs.putIfAbsent(alike.getKey(), new Reason(why, percent));
    }
    database
        .read(TwinMapper.class, TwinMapper::different)
        .forEach(row -> pairs.remove(Pair.of(row.one(), row.other())));
    Map<Long, TwinMapper.Party> parties = parties(pairs.keySet());
    return pairs.entrySet().stream()
        .flatMap(pair -> collision(parties, pair.getKey(), pair.getValue()))
        .filter(c -> !differentOwners || !Objects.equals(c.one().owner(), c.other().owner()))
        .sorted(
            Comparator.comparing(Collision::why)
                .thenComparing(Comparator.comparingInt(Collision::likeness).reversed())
                .thenComparingLong(c -> c.one().id()))
        .toList();
  }

  /** Gives both customers to one person; the pair is settled as far as owners are concerned. */
  public long assign(Collision collision, String owner) {
    String both = collision.one().name() + ", " + collision.other().name();
    return database.write(
        Change.of("customer.change.collision_assigned", both),
        tx -> {
          for (Collision.Side side : List.of(collision.one(), collision.other())) {
            customers.editIn(tx, side.id(), c -> c.change().owner(owner).build());
          }
        });
  }

  /** Says that the two are different customers; the pair is reported no more. */
  public long different(Collision collision, String reason) {
    return database.write(
        Change.of("customer.change.different", collision.one().name()),
        tx -> twins.different(tx, collision.one().id(), collision.other().id(), reason));
  }

  private List<AlikeNames.Named> names(Progress progress) {
    List<AlikeNames.Named> names = new ArrayList<>();
    long count = customers.count();
    pages(
        progress,
        (mapper, last) -> mapper.namesAfter(last, PAGE),
        TwinMapper.NameRow::id,
        row -> {
          names.add(new AlikeNames.Named(row.id(), NameKeys.twinKey(row.name())));
          progress.at(names.size(), count);
        });
    return names;
  }

  /** Customers that stand in a pair. */
  private Map<Long, TwinMapper.Party> parties(Set<Pair> pairs) {
    List<Long> ids = pairs.stream().flatMap(p -> Stream.of(p.one(), p.other())).distinct().toList();
    Map<Long, TwinMapper.Party> parties = new HashMap<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
      database
          .read(TwinMapper.class, m -> m.parties(some))
          .forEach(party -> parties.put(party.id(), party));
    }
    return parties;
  }

  private void codes(Map<Pair, Reason> pairs) {
    Map<String, List<Long>> owners = new LinkedHashMap<>();
    database
        .read(TwinMapper.class, TwinMapper::sharedCodes)
        .forEach(
            row -> owners.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row.id()));
    owners.values().forEach(ids -> each(ids, Twin.Why.CREDIT_CODE, pairs));
  }

  /**
   * Reads the numbers twice: first which stand more than once, then whose these are. Keeping the
   * owners of all would take a hundred times the memory.
   */
  private void numbers(Map<Pair, Reason> pairs, Progress progress) {
    LongStream.Builder all = LongStream.builder();
    eachNumber(progress, row -> all.add(digits(row)));
    long[] sorted = all.build().sorted().toArray();
    Map<Long, Set<Long>> owners = new HashMap<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1] && sorted[i] != 0) {
        owners.computeIfAbsent(sorted[i], digits -> new TreeSet<>());
      }
    }
    eachNumber(
        progress,
        row -> {
          Set<Long> known = owners.get(digits(row));
          if (known != null) {
            known.add(row.customerId());
          }
        });
    owners.values().stream()
        .filter(ids -> ids.size() > 1 && ids.size() <= MOST_WITH_ONE_NUMBER)
        .forEach(ids -> each(List.copyOf(ids), Twin.Why.PHONE, pairs));
  }

  private void eachNumber(Progress progress, Consumer<TwinMapper.NumberRow> visitor) {
    pages(
        progress,
        (mapper, last) -> mapper.numbersAfter(last, PAGE),
        TwinMapper.NumberRow::id,
        visitor);
  }

  private static long digits(TwinMapper.NumberRow row) {
    return NumberKeys.digits(row.e164() == null ? row.nationalDigits() : row.e164());
  }

  private <T> void pages(
      Progress progress,
      BiFunction<TwinMapper, Long, List<T>> page,
      ToLongFunction<T> id,
      Consumer<T> visitor) {
    long last = Long.MIN_VALUE;
    for (int read = PAGE; read == PAGE; ) {
      progress.check();
      long after = last;
      List<T> rows = database.read(TwinMapper.class, m -> page.apply(m, after));
      rows.forEach(visitor);
      read = rows.size();
      last = rows.isEmpty() ? last : id.applyAsLong(rows.getLast());
    }
  }

  private static void each(List<Long> ids, Twin.Why why, Map<Pair, Reason> pairs) {
    for (int i = 0; i < ids.size(); i++) {
      for (int k = i + 1; k < ids.size(); k++) {
        pairs.putIfAbsent(Pair.of(ids.get(i), ids.get(k)), new Reason(why, 100));
      }
    }
  }

  private static Stream<Collision> collision(
      Map<Long, TwinMapper.Party> all, Pair pair, Reason reason) {
    TwinMapper.Party one = all.get(pair.one());
    TwinMapper.Party other = all.get(pair.other());
    return one == null || other == null
        ? Stream.empty()
        : Stream.of(new Collision(side(one), side(other), reason.why(), reason.likeness()));
  }

  private static Collision.Side side(TwinMapper.Party party) {
    return new Collision.Side(party.id(), party.name(), owner(party), party.lastContactAt());
  }

  private static @Nullable String owner(TwinMapper.Party party) {
    String owner = party.owner();
    return owner == null || owner.isBlank() ? null : owner;
  }
}
