package app.ringbook.customer.profile;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to the profiles of customers. Each change returns the place of its journal entry, by
 * which it can be undone. Not for the window's thread.
 */
public final class Profiles implements CustomerFollower {
  private static final Set<String> TABLES =
      Set.of(
          ProfileRows.PROFILE,
          ProfileRows.DEPARTMENT,
          ProfileRows.ADDRESS,
          ProfileRows.NEED,
          ProfileRows.FILE);

  private final Database database;
  private final AppClock clock;
  private final Listeners<Set<Long>> changes = new Listeners<>();
  private final List<ProfileFollower> followers = new CopyOnWriteArrayList<>();

  /** Follows the database's changes from now on; register it with the customers. */
  public Profiles(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
    database.changes().add(this::committed);
  }

  /** Adds a feature that tells of changes of profiles. */
  public void follow(ProfileFollower follower) {
    followers.add(follower);
  }

  /** Ids of customers whose profile, departments, needs, addresses or files changed. */
  public Listeners<Set<Long>> changes() {
    return changes;
  }

  /** The profile of a customer; an empty one if nothing is known. */
  public Profile of(long customerId) {
    return database.read(ProfileMapper.class, m -> stored(m, customerId));
  }

  /** As {@link #of}, inside a transaction. */
  public Profile ofIn(Transaction transaction, long customerId) {
    return stored(transaction.mapper(ProfileMapper.class), customerId);
  }

  /** The profiles of several customers by id; those of whom nothing is known are left out. */
  public Map<Long, Profile> of(List<Long> customerIds) {
    Map<Long, Profile> found = new HashMap<>();
    if (!customerIds.isEmpty()) {
      database
          .read(ProfileMapper.class, m -> m.profiles(customerIds))
          .forEach(row -> found.put(row.id(), row.profile()));
    }
    return found;
  }

  /**
   * Stores a changed copy and returns what is stored now.
   *
   * @throws SameCompanyException if name or code are another customer's and no reason is given
   * @throws app.ringbook.store.StaleRowException if somebody else changed it meanwhile
   */
  public Database.Done<Profile> save(Profile changed) {
    return named("customer.change.profile", changed.customerId(), tx -> saveIn(tx, changed, null));
  }

  /** Reads, changes and stores a profile. */
  public Database.Done<Profile> edit(long customerId, UnaryOperator<Profile> change) {
    return named("customer.change.profile", customerId, tx -> editIn(tx, customerId, change));
  }

  /** As {@link #edit}, inside a transaction. */
  public Profile editIn(Transaction transaction, long customerId, UnaryOperator<Profile> change) {
    return saveIn(transaction, change.apply(ofIn(transaction, customerId)), null);
  }

  /**
   * As {@link #editIn} for many, as few batches; returns how many became others. Registered names
   * and codes are not compared: whoever changes them has asked before whose they are.
   */
  public int editAllIn(
      Transaction transaction, List<Long> customerIds, UnaryOperator<Profile> change) {
    ProfileMapper mapper = transaction.mapper(ProfileMapper.class);
    Map<Long, Profile> known = new HashMap<>();
    mapper.profiles(customerIds).forEach(row -> known.put(row.id(), row.profile()));
    List<Row> added = new ArrayList<>();
    List<Row> changed = new ArrayList<>();
    for (Long id : mapper.there(customerIds)) {
      Profile before = known.getOrDefault(id, Profile.empty(id));
      Profile after = change.apply(before);
      if (!after.equals(before)) {
        (before.version() == 0 ? added : changed).add(ProfileRows.profile(after));
        tell(transaction, before, after, null);
      }
    }
    transaction.insertAll(added);
    transaction.updateAll(changed);
    return added.size() + changed.size();
  }

  /** Gives a rating by the key of its word; null takes it away. */
  public Database.Done<Profile> rate(long customerId, Rating rating, @Nullable String word) {
    return named(
        "customer.change.rated",
        customerId,
        tx -> editIn(tx, customerId, p -> p.change().rating(rating, word).build()));
  }

  /** Marks a key customer, or takes the mark away. */
  public Database.Done<Profile> setKeyCustomer(long customerId, boolean key) {
    return named(
        "customer.change.key_customer",
        customerId,
        tx -> editIn(tx, customerId, p -> p.change().keyCustomer(key).build()));
  }

  /**
   * Says how far a customer has come; events no longer move it. Null gives it back to the events.
   *
   * @param reason why, kept in the timeline
   * @throws ProblemException if no reason is given
   */
  public Database.Done<Profile> setLifeCycle(
      long customerId, @Nullable LifeCycle wanted, String reason) {
    if (wanted != null && reason.isBlank()) {
      throw new ProblemException("customer.problem.no_reason");
    }
    return named(
        "customer.change.life_cycle",
        customerId,
        tx -> {
          Profile before = ofIn(tx, customerId);
          LifeCycle life = wanted == null ? LifeCycle.afterContracts(before.contracts()) : wanted;
          Profile after = before.change().lifeCycle(life, wanted != null, clock.now()).build();
          return saveIn(tx, after, reason.isBlank() ? null : reason.strip());
        });
  }

  /** A customer signed a contract: tell it in the transaction that stores the contract. */
  public Profile signedIn(Transaction transaction, long customerId, Instant at) {
    return editIn(
        transaction,
        customerId,
        p -> {
          int count = p.contracts() + 1;
          Profile.Builder changed = p.change().contracts(count);
          return p.lifeCycleManual()
              ? changed.build()
              : changed.lifeCycle(LifeCycle.afterContracts(count), false, at).build();
        });
  }

  /**
   * Looks again at those who signed: without a contact for that long they are lost, and with one
   * again they are back. What a person said stays.
   *
   * @return how many moved
   */
  public Database.Done<Integer> sweep(Duration silence) {
    Instant before = clock.now().minus(silence);
    List<ProfileMapper.LifeRow> rows =
        database.read(ProfileMapper.class, ProfileMapper::movable).stream()
            .filter(row -> now(row, before) != row.lifeCycle())
            .toList();
    if (rows.isEmpty()) {
      return new Database.Done<>(0, 0);
    }
    return database.inTransaction(
        Change.of("customer.change.life_cycle_swept", String.valueOf(rows.size())),
        tx -> {
          for (ProfileMapper.LifeRow row : rows) {
            editIn(
                tx,
                row.id(),
                p ->
                    p.lifeCycleManual()
                        ? p
                        : p.change().lifeCycle(now(row, before), false, clock.now()).build());
          }
          return rows.size();
        });
  }

  private static LifeCycle now(ProfileMapper.LifeRow row, Instant before) {
    Instant last = row.lastContactAt();
    return last == null || last.isBefore(before)
        ? LifeCycle.LAPSED
        : LifeCycle.afterContracts(row.contracts());
  }

  /** As {@link #save}, inside a transaction. */
  public Profile saveIn(Transaction transaction, Profile wanted) {
    return saveIn(transaction, wanted, null);
  }

  private Profile saveIn(Transaction transaction, Profile wanted, @Nullable String reason) {
    Profile before = ofIn(transaction, wanted.customerId());
    if (wanted.equals(before)) {
      return before;
    }
    Profile after = wanted;
    boolean renamed =
        !Objects.equals(after.legalName(), before.legalName())
            || !Objects.equals(after.creditCode(), before.creditCode());
    if (renamed) {
      Optional<LegalIdentity.Same> same =
          LegalIdentity.other(
              transaction, after.customerId(), after.legalName(), after.creditCode());
      if (same.isPresent() && after.differentReason() == null) {
        throw new SameCompanyException(same.get());
      }
      if (same.isEmpty()) {
        after = after.change().differentReason(null).build();
      }
    }
    if (before.version() == 0 && after.version() == 0) {
      transaction.insert(ProfileRows.profile(after));
    } else {
      transaction.update(ProfileRows.profile(after));
    }
    tell(transaction, before, after, reason);
    return ofIn(transaction, after.customerId());
  }

  private void tell(
      Transaction transaction, Profile before, Profile after, @Nullable String reason) {
    long id = after.customerId();
    for (Rating rating : Rating.values()) {
      tell(transaction, id, rating.field(), before.rating(rating), after.rating(rating), null);
    }
    tell(transaction, id, "lifeCycle", before.lifeCycle().name(), after.lifeCycle().name(), reason);
    tell(
        transaction,
        id,
        "keyCustomer",
        String.valueOf(before.keyCustomer()),
        String.valueOf(after.keyCustomer()),
        null);
    tell(
        transaction,
        id,
        "differentReason",
        before.differentReason(),
        after.differentReason(),
        null);
  }

  private void tell(
      Transaction transaction,
      long customerId,
      String what,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason) {
    if (!Objects.equals(before, after)) {
      ProfileFollower.ProfileChange change =
          new ProfileFollower.ProfileChange(customerId, what, before, after, reason);
      followers.forEach(f -> f.changed(transaction, change));
    }
  }

  @Override
  public void edited(Transaction transaction, Customer before, Customer after) {
    tell(transaction, after.id(), "tier", before.tier(), after.tier(), null);
  }

  @Override
  public void deleting(Transaction transaction, long customerId) {
    ProfileMapper mapper = transaction.mapper(ProfileMapper.class);
    Departments.unlink(transaction, mapper.contactsWithDepartment(customerId));
    mapper
        .departments(customerId)
        .forEach(d -> transaction.delete(ProfileRows.DEPARTMENT, d.id(), d.version()));
    mapper
        .addresses(customerId)
        .forEach(a -> transaction.delete(ProfileRows.ADDRESS, a.id(), a.version()));
    mapper
        .needs(customerId)
        .forEach(n -> transaction.delete(ProfileRows.NEED, n.id(), n.version()));
    mapper
        .files(customerId)
        .forEach(f -> transaction.delete(ProfileRows.FILE, f.id(), f.version()));
    ProfileMapper.ProfileRow profile = mapper.profile(customerId);
    if (profile != null) {
      transaction.delete(ProfileRows.PROFILE, customerId, profile.version());
    }
  }

  private <T> Database.Done<T> named(String action, long id, Database.Work<T> work) {
    String name = database.read(ProfileMapper.class, m -> m.customerName(id));
    if (name == null) {
      throw new ProblemException("customer.problem.gone");
    }
    return database.inTransaction(Change.of(action, name), work);
  }

  private static Profile stored(ProfileMapper mapper, long id) {
    ProfileMapper.ProfileRow row = mapper.profile(id);
    return row == null ? Profile.empty(id) : row.profile();
  }

  private void committed(Committed committed) {
    Set<Long> ids = new HashSet<>();
    for (RowChange change : committed.rows()) {
      if (TABLES.contains(change.table())) {
        Row image = change.after() != null ? change.after() : change.before();
        Object owner = image == null ? null : image.values().get("customer_id");
        ids.add(owner instanceof Long id ? id : change.id());
      }
    }
    if (!ids.isEmpty()) {
      changes.tell(Set.copyOf(ids));
    }
  }
}
