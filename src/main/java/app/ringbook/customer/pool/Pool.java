package app.ringbook.customer.pool;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.PoolSettings;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.StaleRowException;
import app.ringbook.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public pool: customers without an owner. By rule a customer nobody talked to for long falls
 * into it, after its owner was warned; anybody may claim one, within limits. A claim is one
 * transaction that sees whether somebody was faster. Not for the window's thread.
 */
public final class Pool implements CustomerFollower {
  private static final String WARNING = "pool_warning";
  private static final String ENTRY = "pool_entry";
  private static final int BLOCK = 500;
  private final Database database;
  private final Customers customers;
  private final Supplier<PoolSettings> rules;
  private final AppClock clock;

  /** How a customer came to or left the pool. */
  private enum Kind {
    FELL,
    RELEASED,
    CLAIMED
  }

  /** By these rules, asked anew each time. */
  public Pool(
      Database database, Customers customers, Supplier<PoolSettings> rules, AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a look through the customers did.
   *
   * @param warned customers that will fall unless somebody talks to them
   * @param fell customers in the pool from now on
   */
  public record Swept(int warned, int fell) {}

  /** Applies the rule to all customers; does nothing while it is off. */
  public Swept sweep() {
    PoolSettings now = rules.get();
    if (now.quietDays() == 0) {
      return new Swept(0, 0);
    }
    Instant quietSince =
        clock.now().minus(Duration.ofDays(Math.max(0, now.quietDays() - now.warnDays())));
    database.write(
        Change.of("customer.change.pool_swept", ""),
        tx ->
            tx.mapper(PoolMapper.class)
                .outdated(quietSince)
                .forEach(w -> tx.delete(WARNING, w.id(), w.version())));
    int warned = 0;
    int fell = 0;
    long after = 0;
    List<PoolMapper.Candidate> block;
    do {
      long from = after;
      block = database.read(PoolMapper.class, m -> m.candidates(quietSince, from, BLOCK));
      List<PoolMapper.Candidate> these = block;
      Swept swept =
          database
              .inTransaction(
                  Change.of("customer.change.pool_swept", ""), tx -> block(tx, these, now))
              .value();
      warned += swept.warned();
      fell += swept.fell();
      after = block.isEmpty() ? after : block.getLast().id();
    } while (block.size() == BLOCK);
    return new Swept(warned, fell);
  }

  private Swept block(Transaction tx, List<PoolMapper.Candidate> block, PoolSettings now) {
    int warned = 0;
    List<Long> falling = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (PoolMapper.Candidate one : block) {
      Instant fallsAt = one.fallsAt();
      if (one.warningVersion() == 0) {
        Instant due = due(one, now);
        Instant earliest = clock.now().plus(Duration.ofDays(now.warnDays()));
        if (!due.isAfter(earliest)) {
          rows.add(
              Row.of(WARNING, one.id(), 0)
                  .set("owner", one.owner())
                  .set("falls_at", due.isAfter(clock.now()) ? due : earliest)
                  .build());
          warned++;
        }
      } else if (fallsAt != null
          && one.owner().equals(one.warnedOwner())
          && !clock.now().isBefore(fallsAt)) {
        tx.delete(WARNING, one.id(), one.warningVersion());
        rows.add(entry(tx, one.id(), Kind.FELL, one.owner(), null));
        falling.add(one.id());
      } else if (fallsAt != null && one.owner().equals(one.warnedOwner())) {
        warned++;
      }
    }
    tx.insertAll(rows);
    customers.editAllIn(tx, falling, c -> c.change().owner(null).build());
    return new Swept(warned, falling.size());
  }

  /** When a customer would fall if nobody talked to it any more. */
  private static Instant due(PoolMapper.Candidate one, PoolSettings now) {
    Instant base =
        Stream.of(one.lastContactAt(), one.createdAt(), one.claimedAt())
            .flatMap(Stream::ofNullable)
            .max(Instant::compareTo)
            .orElse(one.createdAt());
    return base.plus(Duration.ofDays(now.quietDays()));
  }

  private Row entry(
      Transaction tx, long customerId, Kind kind, String person, @Nullable String reason) {
    return Row.of(ENTRY, tx.nextId(ENTRY), 0)
        .set("customer_id", customerId)
        .set("kind", kind.name())
        .set("person", person)
        .set("reason", reason)
        .set("at", clock.now())
        .build();
  }

  /** True if a rule of the pool is set; asks the settings only. */
  public boolean inUse() {
    return rules.get().inUse();
  }

  /** When the customer falls to the pool, if its owner was warned and nothing happened since. */
  public Optional<Instant> fallsAt(long customerId) {
    return Optional.ofNullable(database.read(PoolMapper.class, m -> m.fallsAt(customerId)));
  }

  /** How many customers of the person at work fall to the pool soon. */
  public long mineFallingSoon() {
    String me = database.actor();
    return database.read(PoolMapper.class, m -> m.warned(me));
  }

  /**
   * Takes a customer out of the pool; the person at work looks after it from now on.
   *
   * @throws ProblemException if somebody has it (perhaps since a moment ago), the person has as
   *     many as it may, or gave this one up too lately: nothing changed
   */
  public Database.Done<Customer> claim(long customerId) {
    String me = database.actor();
    String name = customers.portrait(customerId).customer().name();
    try {
      return database.inTransaction(
          Change.of("customer.change.claimed", name),
          tx -> {
            PoolMapper mapper = tx.mapper(PoolMapper.class);
            Customer customer = customers.portraitIn(tx, customerId).customer();
            mayClaim(mapper, customer, me);
            tx.insert(entry(tx, customerId, Kind.CLAIMED, me, null));
            // The row as it was read: whoever was faster makes it stale.
            return customers.changeIn(tx, customer.change().owner(me).build());
          });
    } catch (StaleRowException e) {
      throw new ProblemException(e, "customer.pool.problem.faster", name);
    }
  }

  private void mayClaim(PoolMapper mapper, Customer customer, String me) {
    PoolSettings now = rules.get();
    String owner = customer.owner();
    if (owner != null && !owner.isBlank()) {
      throw new ProblemException("customer.pool.problem.taken", customer.name(), owner);
    }
    if (now.most() > 0 && mapper.owned(me) >= now.most()) {
      throw new ProblemException("customer.pool.problem.most", now.most());
    }
    Instant gaveUp = mapper.givenUpAt(customer.id(), me);
    if (gaveUp != null && now.waitDays() > 0) {
      Instant again = gaveUp.plus(Duration.ofDays(now.waitDays()));
      if (clock.now().isBefore(again)) {
        throw new ProblemException(
            "customer.pool.problem.wait",
            customer.name(),
            LocalDate.ofInstant(again, clock.zone()).toString());
      }
    }
  }

  /**
   * Gives a customer to the pool.
   *
   * @param reason why; needed
   * @throws ProblemException if there is no reason, or nobody looks after it
   */
  public Database.Done<Customer> release(long customerId, String reason) {
    if (reason.isBlank()) {
      throw new ProblemException("customer.pool.problem.reason");
    }
    String name = customers.portrait(customerId).customer().name();
    return database.inTransaction(
        Change.of("customer.change.released", name),
        tx -> {
          Customer customer = customers.portraitIn(tx, customerId).customer();
          String owner = customer.owner();
          if (owner == null || owner.isBlank()) {
            throw new ProblemException("customer.pool.problem.nobodys", name);
          }
          tx.insert(entry(tx, customerId, Kind.RELEASED, owner, reason.strip()));
          return customers.changeIn(tx, customer.change().owner(null).build());
        });
  }

  @Override
  public void deleting(Transaction transaction, long customerId) {
    PoolMapper mapper = transaction.mapper(PoolMapper.class);
    PoolMapper.WarningKey warning = mapper.warning(customerId);
    if (warning != null) {
      transaction.delete(WARNING, warning.id(), warning.version());
    }
    mapper.entries(customerId).forEach(e -> transaction.delete(ENTRY, e.id(), e.version()));
  }
}
