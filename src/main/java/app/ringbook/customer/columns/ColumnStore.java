package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.RowChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Filters, sorts and counts all customers in memory. Columns are read when a question first needs
 * them; from then on they follow the database's changes. Everything here may take seconds the first
 * time, so it is not for the window's thread; any other thread may call.
 */
public final class ColumnStore implements AutoCloseable {
  /** The sort that every list can be put in: by name. */
  public static final String BY_NAME = "name";

  private static final int ENTRIES = 100;
  private static final int COMPUTED_AT_ONCE = 2_000;

  /**
   * Which customers, in which order.
   *
   * @param filter who is meant
   * @param sort key of a field; customers without the value come last
   * @param descending true to turn the order round
   * @param only keys in rising order that are allowed, such as what a search found; null for all
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  public record Question(Filter filter, String sort, boolean descending, long @Nullable [] only) {}

  /** A value and how many customers have it. */
  public record Choice(String value, int count) {}

  private final Database database;
  private final AppClock clock;
  private final Supplier<Collection<ColumnField>> catalogue;
  private final Subscription subscription;
  private final ReentrantLock lock = new ReentrantLock();
  private final Object loading = new Object();
  private final Columns columns;
  private final Orders orders;
  private final ConcurrentLinkedQueue<RowChange> news = new ConcurrentLinkedQueue<>();

  /** Changes of customers since a walk through the table began: newer than what it reads. */
  private @Nullable List<RowChange> meanwhile;

  /** Tables some column is read from. */
  private volatile Set<String> tables = Set.of(Columns.TABLE);

  private boolean walked;

  /** The newest entry of a shared journal that is known; -1 before the first question. */
  private long followed = -1;

  /**
   * Follows the database from now on.
   *
   * @param catalogue the fields that can be asked for, as they are at each call
   */
  public ColumnStore(
      Database database, AppClock clock, Supplier<Collection<ColumnField>> catalogue) {
    this.database = database;
    this.clock = clock;
    this.catalogue = catalogue;
    this.columns = new Columns(database);
    this.orders = new Orders(columns);
    this.subscription = database.changes().add(this::committed);
  }

  private void committed(Committed change) {
    Set<String> followedTables = tables;
    for (RowChange row : change.rows()) {
      if (followedTables.contains(row.table())) {
        news.add(row);
      }
    }
    // The writer never waits: a question that runs now takes the news when it ends.
    if (lock.tryLock()) {
      try {
        takeNews();
      } finally {
        lock.unlock();
      }
    }
  }

  private void takeNews() {
    for (RowChange row = news.poll(); row != null; row = news.poll()) {
      List<RowChange> kept = meanwhile;
      if (kept != null) {
        kept.add(row);
      }
      if (walked) {
        orders.clear();
        columns.apply(row, columns.all());
      }
    }
  }

  /** True if a question about these fields needs no reading of tables. */
  public boolean ready(Collection<String> fields) {
    Map<String, ColumnField> all = defined();
    lock.lock();
    try {
      columns.dropOthersThan(all, clock.today());
      return walked && columns.names().read() && columns.keys().containsAll(fields);
    } finally {
      lock.unlock();
    }
  }

  private Map<String, ColumnField> defined() {
    Map<String, ColumnField> all = new HashMap<>();
    catalogue.get().forEach(field -> all.put(field.key(), field));
    return all;
  }

  /**
   * Reads the columns of these fields that are not there yet, and the order of names. Progress in
   * customers.
   *
   * @throws ProblemException if there is no such field
   */
  public void load(Collection<String> fields, Progress progress) {
    synchronized (loading) {
      followOthers();
      List<ColumnField> missing = missing(fields);
      if (missing.isEmpty() && ready(fields)) {
        return;
      }
      List<ColumnField> stored = Columns.stored(missing);
      Set<String> more = new HashSet<>(tables);
      stored.forEach(field -> more.add(field.table()));
      tables = Set.copyOf(more);
      keepNews(new ArrayList<>());
      try {
        ColumnLoad load = new ColumnLoad(database, columns.slots(), lock);
        publish(stored, load.load(stored, progress));
      } finally {
        keepNews(null);
      }
      for (ColumnField field : Columns.computed(missing)) {
        compute(field, progress);
      }
    }
  }

  /** A column made of others that are there; the lock is free again and again meanwhile. */
  private void compute(ColumnField field, Progress progress) {
    Computing computing = locked(() -> columns.begin(field, clock.today()));
    try {
      int from = 0;
      int size;
      do {
        progress.check();
        int first = from;
        size =
            locked(
                () -> {
                  int now = columns.slots().size();
                  computing.compute(first, Math.min(now, first + COMPUTED_AT_ONCE));
                  return now;
                });
        from += COMPUTED_AT_ONCE;
        progress.at(Math.min(from, size), size);
      } while (from < size);
      locked(
          () -> {
            orders.clear();
            return columns.finish(field);
          });
    } catch (CancellationException e) {
      locked(() -> columns.abandon(field));
      throw e;
    }
  }

  /** Others on a server do not tell: what they changed is read before each question. */
  private void followOthers() {
    if (!database.shared()) {
      return;
    }
    long newest = database.lastSequence();
    while (followed >= 0 && followed < newest) {
      for (Committed change : database.changesAfter(followed, ENTRIES)) {
        committed(change);
        followed = change.sequence();
      }
    }
    followed = newest;
  }

  private void keepNews(@Nullable List<RowChange> into) {
    lock.lock();
    try {
      takeNews();
      meanwhile = into;
    } finally {
      lock.unlock();
    }
  }

  private List<ColumnField> missing(Collection<String> fields) {
    Map<String, ColumnField> all = defined();
    List<ColumnField> missing = new ArrayList<>();
    lock.lock();
    try {
      columns.dropOthersThan(all, clock.today());
      Set<String> wanted = new LinkedHashSet<>(fields);
      for (String key : fields) {
        ColumnField field = all.get(key);
        if (field != null && field.source() instanceof ColumnField.Computed computed) {
          wanted.addAll(computed.needs());
        }
      }
      if (!walked) {
        // The first walk has to see every row anyway: it brings what nearly every list needs.
        all.values().stream().filter(ColumnLoad::usual).forEach(field -> wanted.add(field.key()));
      }
      for (String key : wanted) {
        ColumnField field = all.get(key);
        if (field == null) {
          throw new ProblemException("customer.problem.filter_field", key);
        } else if (!columns.keys().contains(key)) {
          missing.add(field);
        }
      }
    } finally {
      lock.unlock();
    }
    return missing;
  }

  private void publish(List<ColumnField> fields, Map<String, Column> fresh) {
    lock.lock();
    try {
      columns.define(fields);
      takeNews();
      walked = true;
      Objects.requireNonNull(meanwhile).forEach(row -> columns.apply(row, fresh));
      columns.add(fresh);
      orders.clear();
      columns.names().order();
    } finally {
      lock.unlock();
    }
  }

  /** Fields whose columns a question needs. */
  public static Set<String> needs(Filter filter, String sort) {
    Set<String> fields = new LinkedHashSet<>(filter.fields());
    if (!sort.equals(BY_NAME)) {
      fields.add(sort);
    }
    return fields;
  }

  /**
   * Keys of the customers that are meant, in order.
   *
   * @throws ProblemException if it names a field that is not there
   */
  public long[] ids(Question question, Progress progress) {
    load(needs(question.filter(), question.sort()), progress);
    return locked(
        () -> {
          BitSet meant = meant(question, progress);
          progress.check();
          int[] order = orders.of(question.sort(), question.descending());
          Slots slots = columns.slots();
          long[] ids = new long[meant.cardinality()];
          int size = 0;
          for (int slot : order) {
            if (meant.get(slot)) {
              ids[size++] = slots.id(slot);
            }
          }
          return size == ids.length ? ids : Arrays.copyOf(ids, size);
        });
  }

  /**
   * The customers that are meant, in groups by the values of a field.
   *
   * @throws ProblemException if it names a field that is not there
   */
  public Grouping grouped(Question question, String by, Progress progress) {
    Set<String> needs = needs(question.filter(), question.sort());
    needs.add(by);
    load(needs, progress);
    return locked(
        () -> {
          BitSet meant = meant(question, progress);
          int[] order = orders.of(question.sort(), question.descending());
          return Grouping.of(columns.slots(), columns.column(by), order, meant);
        });
  }

  private BitSet meant(Question question, Progress progress) {
    BitSet meant = run(question.filter(), progress);
    long[] only = question.only();
    if (only != null) {
      Slots slots = columns.slots();
      BitSet allowed = new BitSet(slots.size());
      for (long id : only) {
        int slot = slots.find(id);
        if (slot >= 0) {
          allowed.set(slot);
        }
      }
      meant.and(allowed);
    }
    return meant;
  }

  private BitSet run(Filter filter, Progress progress) {
    Column.Now now = new Column.Now(clock.today(), clock.zone());
    return new FilterRun(columns, now, progress).run(filter);
  }

  /** How many customers are meant. */
  public int count(Filter filter, Progress progress) {
    load(filter.fields(), progress);
    return locked(() -> run(filter, progress).cardinality());
  }

  /**
   * The values that customers have in a field, the most frequent first; of a field with several
   * values each one by itself.
   */
  public List<Choice> choices(String field, int most, Progress progress) {
    load(Set.of(field), progress);
    Map<String, Integer> counts = locked(() -> columns.counts(field));
    return counts.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Choice::count).reversed().thenComparing(Choice::value))
        .limit(most)
        .toList();
  }

  /** About so many bytes are held, by field; the order of names and the keys under "". */
  public Map<String, Long> bytes() {
    return locked(
        () -> {
          Map<String, Long> bytes = new TreeMap<>(columns.bytes());
          bytes.put("", columns.slots().bytes() + columns.names().bytes() + orders.bytes());
          return bytes;
        });
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      takeNews();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Stops following the database. */
  @Override
  public void close() {
    subscription.close();
  }
}
