package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filters, sorts and counts all customers in memory. Columns are read when a question first needs
 * them; from then on they follow the database's changes. Everything here may take seconds the first
 * time, so it is not for the window's thread; any other thread may call.
 */
public final class ColumnStore implements AutoCloseable {
  /** The sort that every list can be put in: by name. */
  public static final String BY_NAME = "name";

  private static final String TABLE = "customer";
  private static final int ORDERS_KEPT = 4;
  private static final int ENTRIES = 100;
  private static final Pattern SEPARATORS = Pattern.compile("[,，;；]");

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
  private final Slots slots = new Slots();
  private final NameOrder names;
  private final Map<String, Column> columns = new HashMap<>();
  private final Map<String, ColumnField> known = new HashMap<>();
  private final Map<String, int[]> orders = new HashMap<>();
  private final ConcurrentLinkedQueue<RowChange> news = new ConcurrentLinkedQueue<>();

  /** Changes of customers since a walk through the table began: newer than what it reads. */
  private @Nullable List<RowChange> meanwhile;

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
    this.names = new NameOrder(database, slots);
    this.subscription = database.changes().add(this::committed);
  }

  private void committed(Committed change) {
    for (RowChange row : change.rows()) {
      if (row.table().equals(TABLE)) {
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
        apply(row, columns);
      }
    }
  }

  private void apply(RowChange row, Map<String, Column> into) {
    orders.clear();
    Row after = row.after();
    if (after == null) {
      slots.remove(row.id());
      return;
    }
    Row before = row.before();
    int slot = slots.add(row.id());
    if (before == null
        || !Objects.equals(before.values().get("name_key"), after.values().get("name_key"))) {
      names.changed(slot);
    }
    into.forEach(
        (key, column) ->
            column.put(slot, after.values().get(Objects.requireNonNull(known.get(key)).column())));
  }

  /** True if a question about these fields needs no reading of the table. */
  public boolean ready(Collection<String> fields) {
    lock.lock();
    try {
      return walked && names.read() && columns.keySet().containsAll(fields);
    } finally {
      lock.unlock();
    }
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
      keepNews(new ArrayList<>());
      try {
        Map<String, Column> fresh = new ColumnLoad(database, slots, lock).load(missing, progress);
        publish(missing, fresh);
      } finally {
        keepNews(null);
      }
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
    Map<String, ColumnField> all = new HashMap<>();
    catalogue.get().forEach(field -> all.put(field.key(), field));
    Set<String> wanted = new LinkedHashSet<>(fields);
    List<ColumnField> missing = new ArrayList<>();
    lock.lock();
    try {
      if (!walked) {
        // The first walk has to see every row anyway: it brings what nearly every list needs.
        all.values().stream()
            .filter(field -> ColumnLoad.USUAL.contains(field.column()))
            .forEach(field -> wanted.add(field.key()));
      }
      for (String key : wanted) {
        ColumnField field = all.get(key);
        if (field == null) {
          throw new ProblemException("customer.problem.filter_field", key);
        } else if (!columns.containsKey(key)) {
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
      fields.forEach(field -> known.put(field.key(), field));
      takeNews();
      walked = true;
      Objects.requireNonNull(meanwhile).forEach(row -> apply(row, fresh));
      columns.putAll(fresh);
      names.order();
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
          int[] order = order(question.sort(), question.descending());
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

  private BitSet meant(Question question, Progress progress) {
    BitSet meant = run(question.filter(), progress);
    long[] only = question.only();
    if (only != null) {
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
    return new FilterRun(columns, slots, now, progress).run(filter);
  }

  private int[] order(String sort, boolean descending) {
    int[] byName = names.order();
    if (sort.equals(BY_NAME)) {
      return descending ? turned(byName) : byName;
    }
    if (orders.size() >= ORDERS_KEPT) {
      orders.clear();
    }
    return orders.computeIfAbsent(
        sort + (descending ? " down" : " up"),
        key -> Objects.requireNonNull(columns.get(sort)).sorted(byName, descending));
  }

  private static int[] turned(int[] order) {
    int[] turned = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turned[order.length - 1 - i] = order[i];
    }
    return turned;
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
    Map<String, Integer> counts = new HashMap<>();
    locked(
        () -> {
          Column column = Objects.requireNonNull(columns.get(field));
          Map<String, Integer> texts = new HashMap<>();
          slots.alive().stream()
              .mapToObj(column::text)
              .filter(Objects::nonNull)
              .forEach(text -> texts.merge(text, 1, Integer::sum));
          boolean several =
              Objects.requireNonNull(known.get(field)).form() == ColumnField.Form.TEXTS;
          texts.forEach(
              (text, count) ->
                  parts(text, several).forEach(part -> counts.merge(part, count, Integer::sum)));
          return true;
        });
    return counts.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Choice::count).reversed().thenComparing(Choice::value))
        .limit(most)
        .toList();
  }

  private static List<String> parts(String text, boolean several) {
    return several
        ? SEPARATORS.splitAsStream(text).map(String::strip).filter(p -> !p.isEmpty()).toList()
        : List.of(text);
  }

  /** About so many bytes are held, by field; the order of names and the keys under "". */
  public Map<String, Long> bytes() {
    return locked(
        () -> {
          Map<String, Long> bytes = new TreeMap<>();
          columns.forEach((key, column) -> bytes.put(key, column.bytes()));
          long sorts = orders.values().stream().mapToLong(order -> 4L * order.length).sum();
          bytes.put("", slots.bytes() + names.bytes() + sorts);
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
