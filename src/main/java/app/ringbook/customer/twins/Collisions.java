package app.ringbook.customer.twins;

import app.ringbook.customer.Customers;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of customers that stand in the book twice: pairs with one number, one credit code or
 * names that are alike, most of all those two people work on. Not for the window's thread.
 */
public final class Collisions {
  private static final int PAGE = 5_000;

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
    Map<Long, TwinMapper.Party> all = readAll(progress);
    Map<Pair, Reason> pairs = new LinkedHashMap<>();
    codes(pairs);
    numbers(pairs, progress);
    for (Map.Entry<Pair, Double> alike : AlikeNames.in(keys(all), progress).entrySet()) {
      int percent = (int) Math.round(100 * alike.getValue());
      Twin.Why why = percent == 100 ? Twin.Why.NAME : Twin.Why.SIMILAR;
      pairs.putIfAbsent(alike.getKey(), new Reason(why, percent));
    }
    database
        .read(TwinMapper.class, TwinMapper::different)
        .forEach(row -> pairs.remove(Pair.of(row.one(), row.other())));
    return pairs.entrySet().stream()
        .flatMap(pair -> collision(all, pair.getKey(), pair.getValue()))
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

  private Map<Long, TwinMapper.Party> readAll(Progress progress) {
    Map<Long, TwinMapper.Party> all = new LinkedHashMap<>();
    long count = customers.count();
    AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    for (int read = PAGE; read == PAGE; ) {
      progress.check();
      List<TwinMapper.Party> page =
          database.read(TwinMapper.class, m -> m.partiesAfter(last.get(), PAGE));
      page.forEach(p -> all.put(p.id(), p));
      read = page.size();
      if (read > 0) {
        last.set(page.getLast().id());
      }
      progress.at(all.size(), count);
    }
    return all;
  }

  private static List<AlikeNames.Named> keys(Map<Long, TwinMapper.Party> all) {
    List<AlikeNames.Named> keys = new ArrayList<>(all.size());
    for (TwinMapper.Party party : all.values()) {
      keys.add(new AlikeNames.Named(party.id(), NameKeys.twinKey(party.name())));
    }
    return keys;
  }

  private void codes(Map<Pair, Reason> pairs) {
    Map<String, List<Long>> owners = new LinkedHashMap<>();
    database
        .read(TwinMapper.class, TwinMapper::sharedCodes)
        .forEach(
            row -> owners.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row.id()));
    owners.values().forEach(ids -> each(ids, Twin.Why.CREDIT_CODE, pairs));
  }

  private void numbers(Map<Pair, Reason> pairs, Progress progress) {
    Map<String, Set<Long>> owners = new LinkedHashMap<>();
    AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    for (int read = PAGE; read == PAGE; ) {
      progress.check();
      List<TwinMapper.NumberRow> page =
          database.read(TwinMapper.class, m -> m.numbersAfter(last.get(), PAGE));
      for (TwinMapper.NumberRow row : page) {
        String number = row.e164() == null ? row.nationalDigits() : row.e164();
        if (!number.isEmpty()) {
          owners.merge(number, Set.of(row.customerId()), Collisions::both);
        }
      }
      read = page.size();
      if (read > 0) {
        last.set(page.getLast().id());
      }
    }
    owners.values().stream()
        .filter(ids -> ids.size() > 1 && ids.size() <= MOST_WITH_ONE_NUMBER)
        .forEach(ids -> each(List.copyOf(ids), Twin.Why.PHONE, pairs));
  }

  private static Set<Long> both(Set<Long> some, Set<Long> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<Long> all = new HashSet<>(some);
    all.addAll(more);
    return all;
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
