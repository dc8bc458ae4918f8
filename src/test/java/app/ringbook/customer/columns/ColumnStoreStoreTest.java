package app.ringbook.customer.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.testkit.NaiveFilter;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.RandomFilters;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ColumnStoreStoreTest {
  private static final Comparator<Customer> BY_NAME =
      Comparator.<Customer, String>comparing(c -> NameKeys.nameKey(c.name()))
          .thenComparingLong(Customer::id);
  private static final PhoneNumbers NUMBERS =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));
  private final Random random = new Random(11);
  private final RandomFilters filters = new RandomFilters(random);

  @OnBothDatabases
  @Tag("S0-20")
  void answersAsIfEveryCustomerWereLookedAt(TestDatabase test) {
    Customers customers = customers(test);
    try (ColumnStore store = store(test)) {
      create(test, customers, 300);
      check(test, customers, store, 60);
      for (int round = 0; round < 6; round++) {
        changeSome(test, customers);
        check(test, customers, store, 20);
      }
      create(test, customers, 400);
      check(test, customers, store, 20);
    }
  }

  @OnBothDatabases
  void changesDuringTheFirstWalkAreNotLost(TestDatabase test) {
    Customers customers = customers(test);
    try (ColumnStore store = store(test)) {
      create(test, customers, 50);
      List<Long> all = ids(store, Filter.everyone(), "name", false);
      store.load(Set.of("note"), new ChangingProgress(() -> changeSome(test, customers)));
      assertThat(all).hasSize(50);
      check(test, customers, store, 30);
    }
  }

  @Test
  void whatOthersOfATeamChangedIsThereAtTheNextQuestion() {
    try (TestDatabase test = TestDatabase.postgres();
        Database other = test.another();
        ColumnStore store = store(test)) {
      Customers customers = customers(test);
      create(test, customers, 10);
      assertThat(ids(store, Filter.everyone(), "name", false)).hasSize(10);
      new Customers(other, NUMBERS, test.clock()).create(fresh("Theirs", "Expo"));
      assertThat(ids(store, Filter.everyone(), "name", false)).hasSize(11);
      check(test, customers, store, 20);
    }
  }

  @Test
  void whatOthersOfATeamChangeIsToldWhileSomebodyListens() {
    try (TestDatabase test = TestDatabase.postgres();
        Database other = test.another()) {
      Customers theirs = new Customers(other, NUMBERS, test.clock());
      Set<Long> told = ConcurrentHashMap.newKeySet();
      List<Long> made = new ArrayList<>();
      try (Subscription listening = new OthersChanges(test.database()).follow(told::addAll)) {
        assertThat(listening).isNotNull();
        await()
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> {
                  made.add(theirs.create(fresh("Theirs", "Expo")).value());
                  return made.stream().anyMatch(told::contains);
                });
      }
      assertThat(made).containsAll(told);
    }
  }

  @OnBothDatabases
  void anUndoneDeletionComesBackToItsPlace(TestDatabase test) {
    Customers customers = customers(test);
    try (ColumnStore store = store(test)) {
      create(test, customers, 20);
      List<Long> before = ids(store, Filter.everyone(), "nextContact", true);
      long sequence = customers.delete(before.get(3)).sequence();
      assertThat(ids(store, Filter.everyone(), "nextContact", true))
          .hasSize(19)
          .doesNotContain(before.get(3));
      test.database().undo(sequence);
      assertThat(ids(store, Filter.everyone(), "nextContact", true)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void tellsValuesWithTheirNumberAndItsMemory(TestDatabase test) {
    Customers customers = customers(test);
    try (ColumnStore store = store(test)) {
      test.database()
          .inTransaction(
              Change.of("customer.change.created", ""),
              tx -> {
                customers.createIn(tx, fresh("One", "Key, Expo"));
                customers.createIn(tx, fresh("Two", "Expo；Web"));
                return customers.createIn(tx, fresh("Three", null));
              });
      assertThat(store.choices("tags", 9, Progress.NONE))
          .containsExactly(
              new ColumnStore.Choice("Expo", 2),
              new ColumnStore.Choice("Key", 1),
              new ColumnStore.Choice("Web", 1));
      assertThat(store.bytes().get("tags")).isPositive();
      assertThat(store.ready(Set.of("tier"))).isTrue();
      assertThat(store.ready(Set.of("note"))).isFalse();
      Filter missing = Filter.where("nothing", new Condition.Empty(true));
      assertThatThrownBy(() -> store.count(missing, Progress.NONE))
          .isInstanceOf(ProblemException.class);
    }
  }

  private static NewCustomer fresh(String name, @Nullable String tags) {
    return new NewCustomer(Customer.named(name).tags(tags).build(), List.of(), List.of());
  }

  private void check(TestDatabase test, Customers customers, ColumnStore store, int rounds) {
    List<Customer> all =
        test.rows("SELECT id FROM customer").stream()
            .map(row -> customers.byId((Long) Objects.requireNonNull(row.get("id"))).orElseThrow())
            .toList();
    NaiveFilter naive = new NaiveFilter(test.clock().today(), test.clock().zone());
    List<String> sorts =
        List.of("name", "industry", "city", "nextContact", "lastContact", "doNotCall");
    for (int i = 0; i < rounds; i++) {
      Filter filter = filters.next(3);
      String sort = sorts.get(random.nextInt(sorts.size()));
      boolean down = random.nextBoolean();
      List<Long> expected =
          all.stream()
              .filter(c -> naive.means(filter, c))
              .sorted(order(sort, down))
              .map(Customer::id)
              .toList();
      assertThat(ids(store, filter, sort, down))
          .as("%s %s %s", filter, sort, down)
          .isEqualTo(expected);
      assertThat(store.count(filter, Progress.NONE)).isEqualTo(expected.size());
    }
  }

  private static Comparator<Customer> order(String sort, boolean down) {
    if (sort.equals("name")) {
      return down ? BY_NAME.reversed() : BY_NAME;
    }
    Comparator<Comparable<Object>> up = Comparator.naturalOrder();
    return Comparator.<Customer, @Nullable Comparable<Object>>comparing(
            c -> key(sort, c), Comparator.nullsLast(down ? up.reversed() : up))
        .thenComparing(BY_NAME);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Comparable<Object> key(String sort, Customer customer) {
    Object value = NaiveFilter.value(sort, customer);
    Object key = value instanceof String text ? NameKeys.nameKey(text) : value;
    return (Comparable<Object>) key;
  }

  private static List<Long> ids(ColumnStore store, Filter filter, String sort, boolean down) {
    long[] ids = store.ids(new ColumnStore.Question(filter, sort, down, null), Progress.NONE);
    List<Long> list = new ArrayList<>();
    for (long id : ids) {
      list.add(id);
    }
    return list;
  }

  private void create(TestDatabase test, Customers customers, int count) {
    List<NewCustomer> fresh = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fresh.add(new NewCustomer(draw(test, Customer.named(word())), List.of(), List.of()));
    }
    test.database()
        .inTransaction(
            Change.of("customer.change.created", ""), tx -> customers.createAllIn(tx, fresh));
  }

  private Customer draw(TestDatabase test, Customer.Builder builder) {
    return builder
        .name(word() + " " + word())
        .industry(maybe())
        .tier(maybe())
        .owner(maybe())
        .tags(random.nextBoolean() ? word() + ", " + word() + "；" + word() : maybe())
        .city(maybe())
        .note(maybe())
        .email(maybe())
        .nextContactAt(moment(test))
        .lastContactAt(moment(test))
        .doNotCall(random.nextInt(4) == 0)
        .build();
  }

  private void changeSome(TestDatabase test, Customers customers) {
    List<Long> ids =
        test.rows("SELECT id FROM customer").stream()
            .map(row -> (Long) Objects.requireNonNull(row.get("id")))
            .toList();
    long undoable = 0;
    for (int i = 0; i < 12; i++) {
      long id = ids.get(random.nextInt(ids.size()));
      Customer customer = customers.byId(id).orElse(null);
      if (customer == null) {
        continue;
      }
      undoable =
          random.nextInt(4) == 0
              ? customers.delete(id).sequence()
              : customers.edit(draw(test, customer.change())).sequence();
      if (random.nextInt(3) == 0) {
        test.database().undo(undoable);
      }
    }
    create(test, customers, 3);
  }

  private String word() {
    return RandomFilters.WORDS.get(random.nextInt(RandomFilters.WORDS.size()));
  }

  private @Nullable String maybe() {
    return random.nextInt(3) == 0 ? null : word();
  }

  private @Nullable Instant moment(TestDatabase test) {
    return random.nextInt(4) == 0
        ? null
        : test.clock().now().plus(Duration.ofMinutes(random.nextInt(120_000) - 60_000));
  }

  private static Customers customers(TestDatabase test) {
    return new Customers(test.database(), NUMBERS, test.clock());
  }

  private static ColumnStore store(TestDatabase test) {
    return TestColumns.of(test);
  }

  /** Does something each time it is told where the walk is. */
  private record ChangingProgress(Runnable task) implements Progress {
    @Override
    public void at(long done, long total) {
      task.run();
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
