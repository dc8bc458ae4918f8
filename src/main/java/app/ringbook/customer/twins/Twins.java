package app.ringbook.customer.twins;

import app.ringbook.customer.CustomerFollower;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.LikelyTwins;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.twins.Twin.Why;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers that may be the same as one about to be stored, and stores it only if there are
 * none or a person says why it is another one. The question is asked inside the transaction that
 * saves: two people who type the same customer at the same time get one, and one question. Not for
 * the window's thread.
 */
public final class Twins implements CustomerFollower {
  /** Table of customers that were said to be different. */
  static final String DIFFERENT = "different_customer";

  private static final int MOST = 10;

  /** A part of a name that more customers have is a common word and tells nothing. */
  private static final int COMMON = 2_000;

  private static final int SHORTEST_PART = 3;

  private final Database database;
  private final Customers customers;
  private final CustomerSearch search;
  private final AppClock clock;
  private final Object gathering = new Object();
  private SoftReference<Names> gathered = new SoftReference<>(null);

  /** Names, and the newest change that was stored when they were read. */
  private record Names(long sequence, SimilarNames names) {}

  /** The search offers names that are nearly the same; until it is loaded, equal ones are found. */
  public Twins(Database database, Customers customers, CustomerSearch search, AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.search = search;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param name may be empty
   * @param phones of the company and its people
   * @param creditCode or null
   */
  public record Asked(String name, List<PhoneNumber> phones, @Nullable String creditCode) {

    /** Copies the list. */
    public Asked {
      phones = List.copyOf(phones);
    }

    /** What is asked about a customer that is to be stored. */
    public static Asked about(NewCustomer fresh) {
      return new Asked(
          fresh.customer().name(),
          Stream.concat(
                  fresh.phones().stream(),
                  fresh.contacts().stream().flatMap(c -> c.phones().stream()))
              .map(NewCustomer.NewPhone::number)
              .toList(),
          null);
    }
  }

  /** Customers that may be this one, the surest first; at most ten. */
  public List<Twin> of(Asked asked) {
    List<LikelyTwins.Twin> sure = customers.likelyTwins(asked.name(), asked.phones());
    return database.read(TwinMapper.class, m -> found(m, asked, sure));
  }

  /** As {@link #of}, inside a transaction. */
  public List<Twin> in(Transaction transaction, Asked asked) {
    List<LikelyTwins.Twin> sure =
        customers.likelyTwinsIn(transaction, asked.name(), asked.phones());
    return found(transaction.mapper(TwinMapper.class), asked, sure);
  }

  /**
   * Stores a customer by hand; returns the id.
   *
   * @param reason why it is another one than its twins, or null if nobody was asked
   * @throws TwinsFoundException if it has twins and there is no reason: nothing was stored
   */
  public Database.Done<Long> create(NewCustomer fresh, @Nullable String reason) {
    return database.inTransaction(
        Change.of("customer.change.created", fresh.customer().name()),
        tx -> {
          List<Twin> twins = mustHaveReason(tx, Asked.about(fresh), reason);
          long id = customers.createByHandIn(tx, fresh);
          keepReason(tx, id, twins, reason);
          return id;
        });
  }

  /**
   * The twins of a customer that is about to be stored in this transaction.
   *
   * @throws TwinsFoundException if there are any, and no reason
   */
  public List<Twin> mustHaveReason(Transaction transaction, Asked asked, @Nullable String reason) {
    List<Twin> twins = in(transaction, asked);
    if (!twins.isEmpty() && (reason == null || reason.isBlank())) {
      throw new TwinsFoundException(twins);
    }
    return twins;
  }

  /**
   * The sure twins of a stored customer, but for those that were said to be different ones.
   *
   * @throws TwinsFoundException if there are any, and no reason
   */
  public List<Twin> othersMustHaveReason(
      Transaction transaction, long itself, Asked asked, @Nullable String reason) {
    List<Long> different = transaction.mapper(TwinMapper.class).differentFrom(itself);
    List<Twin> twins =
        in(transaction, asked).stream()
            .filter(t -> t.customerId() != itself && t.why() != Why.SIMILAR)
            .filter(t -> !different.contains(t.customerId()))
            .toList();
    if (!twins.isEmpty() && (reason == null || reason.isBlank())) {
      throw new TwinsFoundException(twins);
    }
    return twins;
  }

  /** Keeps why a customer is another one than its twins, so that nobody is asked again. */
  public void keepReason(
      Transaction transaction, long id, List<Twin> twins, @Nullable String reason) {
    if (reason != null && !reason.isBlank()) {
      for (Twin twin : twins) {
        if (twin.customerId() != id) {
          different(transaction, id, twin.customerId(), reason);
        }
      }
    }
  }

  /**
   * The names of all customers as they are now, for very many questions. Not inside a transaction.
   *
   * @param always false to be told nothing where all names would have to be read from the database
   * @return null if nothing is told
   */
  public @Nullable SimilarNames names(boolean always) {
    if (!always && !search.loaded()) {
      return null;
    }
    synchronized (gathering) {
      long now = database.lastSequence();
      Names known = gathered.get();
      if (known == null || known.sequence() != now || database.shared()) {
        known = new Names(now, SimilarNames.of(search, database));
        gathered = new SoftReference<>(known);
      }
      return known.names();
    }
  }

  /** Two customers are different ones, for this reason. */
  public void different(Transaction transaction, long one, long other, String reason) {
    transaction.insert(
        Row.of(DIFFERENT, transaction.nextId(DIFFERENT), 0)
            .set("customer_id", Math.min(one, other))
            .set("other_id", Math.max(one, other))
            .set("reason", reason.strip())
            .set("author", database.actor())
            .set("decided_at", clock.now())
            .build());
  }

  @Override
  public void deleting(Transaction transaction, long customerId) {
    for (TwinMapper.ReferringRow row : transaction.mapper(TwinMapper.class).referring(customerId)) {
      transaction.delete(DIFFERENT, row.id(), row.version());
    }
  }

  private List<Twin> found(TwinMapper mapper, Asked asked, List<LikelyTwins.Twin> sure) {
    Map<Long, Why> why = new LinkedHashMap<>();
    String code = asked.creditCode();
    if (code != null && !code.isBlank()) {
      mapper.withCreditCode(code.strip()).forEach(id -> why.put(id, Why.CREDIT_CODE));
    }
    sure.forEach(
        t ->
            why.putIfAbsent(
                t.customerId(), t.why() == LikelyTwins.Reason.PHONE ? Why.PHONE : Why.NAME));
    Map<Long, Integer> alike = new HashMap<>();
    similar(mapper, asked.name())
        .forEach(
            (id, percent) -> {
              alike.put(id, percent);
              why.putIfAbsent(id, percent == 100 ? Why.NAME : Why.SIMILAR);
            });
    if (why.isEmpty()) {
      return List.of();
    }
    return mapper.parties(List.copyOf(why.keySet())).stream()
        .map(p -> twin(p, why.getOrDefault(p.id(), Why.SIMILAR), alike))
        .sorted(
            Comparator.comparing(Twin::why)
                .thenComparing(Comparator.comparingInt(Twin::likeness).reversed())
                .thenComparingLong(Twin::customerId))
        .limit(MOST)
        .toList();
  }

  private static Twin twin(TwinMapper.Party party, Why why, Map<Long, Integer> alike) {
    return new Twin(
        party.id(),
        party.name(),
        party.owner(),
        party.lastContactAt(),
        why,
        why == Why.SIMILAR ? alike.getOrDefault(party.id(), 100) : 100);
  }

  /** Likeness in percent, by customer, of names that are alike. */
  private Map<Long, Integer> similar(TwinMapper mapper, String name) {
    String stem = NameKeys.stem(name);
    String key = NameKeys.twinKey(name);
    if (!search.loaded() || key.length() < SHORTEST_PART) {
      return Map.of();
    }
    List<Long> candidates =
        parts(stem, key.length()).stream()
            .map(part -> search.namedIds(part, Progress.NONE))
            .filter(ids -> ids.length <= COMMON)
            .flatMapToLong(Arrays::stream)
            .distinct()
            .boxed()
            .toList();
    Map<Long, Integer> alike = new HashMap<>();
    if (!candidates.isEmpty()) {
      for (TwinMapper.Party party : mapper.parties(candidates)) {
        double likeness = NameLikeness.ofKeys(key, NameKeys.twinKey(party.name()));
        if (likeness >= NameLikeness.ALIKE) {
          alike.put(party.id(), (int) Math.round(100 * likeness));
        }
      }
    }
    return alike;
  }

  /**
   * Parts of which an alike name has at least one: where two names differ in n places, one of n + 1
   * parts is the same in both.
   */
  static Set<String> parts(String stem, int letters) {
    int count = NameLikeness.mostChanges((int) Math.ceil(letters / NameLikeness.ALIKE)) + 1;
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String part =
          stem.substring(stem.length() * i / count, stem.length() * (i + 1) / count).strip();
      if (part.replace(" ", "").length() >= Math.min(SHORTEST_PART, stem.length() / count)) {
        parts.add(part);
      }
    }
    return Set.copyOf(parts);
  }
}
