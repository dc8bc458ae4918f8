package app.ringbook.customer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Customers;
import app.ringbook.customer.twins.Taken;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.PoolSettings;
import app.ringbook.store.Database;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolStoreTest {
  private static final PoolSettings RULES = new PoolSettings(60, 3, 0, 7);

  private static Pool pool(TwinsHouse house, PoolSettings rules) {
    Pool pool = new Pool(house.test.database(), house.customers, () -> rules, house.test.clock());
    house.customers.follow(pool);
    return pool;
  }

  private static @Nullable String owner(TwinsHouse house, long id) {
    return house.customers.byId(id).orElseThrow().owner();
  }

  @OnBothDatabases
  void whoIsNotTalkedToFallsAfterAWarningAndACallSavesIt(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Pool pool = pool(house, RULES);
      long quiet = house.store("Bluefen", "13800138001", "Test");
      long called = house.store("Elm & Oak", "13900139000", "Test");
      assertThat(pool(house, PoolSettings.DEFAULT).sweep()).isEqualTo(new Pool.Swept(0, 0));
      test.clock().advance(Duration.ofDays(56));
      assertThat(pool.sweep()).isEqualTo(new Pool.Swept(0, 0));
      test.clock().advance(Duration.ofDays(2));
      assertThat(pool.sweep()).isEqualTo(new Pool.Swept(2, 0));
      assertThat(pool.mineFallingSoon()).isEqualTo(2);
      assertThat(Duration.between(test.clock().now(), pool.fallsAt(quiet).orElseThrow()))
          .isBetween(Duration.ofDays(1), Duration.ofDays(3));
      test.database()
          .write(
              app.ringbook.store.Change.of("customer.change.edited", ""),
              tx -> house.customers.touchIn(tx, called, test.clock().now()));

      test.clock().advance(Duration.ofDays(3));
      assertThat(pool.sweep()).isEqualTo(new Pool.Swept(0, 1));
      assertThat(owner(house, quiet)).isNull();
      assertThat(owner(house, called)).isEqualTo("Test");
      assertThat(pool.fallsAt(called)).isEmpty();
      assertThat(house.taken.ask("13800138001").state()).isEqualTo(Taken.State.POOL);
      assertThat(house.taken.ask("13900139000").state()).isEqualTo(Taken.State.OWNED);
      assertThat(house.taken.ask("13900139999").state()).isEqualTo(Taken.State.FREE);
    }
  }

  @OnBothDatabases
  void whatWasGivenUpIsClaimedAgainOnlyAfterTheWaitAndWithinTheLimit(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Pool pool = pool(house, new PoolSettings(0, 3, 1, 7));
      long id = house.store("Bluefen", "13800138001", "Test");
      assertThatThrownBy(() -> pool.release(id, " ")).hasMessageContaining("reason");
      pool.release(id, "does not buy");
      assertThat(test.rows("SELECT person, reason FROM pool_entry"))
          .containsExactly(java.util.Map.of("person", "Test", "reason", "does not buy"));
      assertThatThrownBy(() -> pool.claim(id)).hasMessageContaining("wait");
      test.clock().advance(Duration.ofDays(8));
      long claimed = pool.claim(id).sequence();
      assertThat(owner(house, id)).isEqualTo("Test");
      assertThatThrownBy(() -> pool.claim(id)).hasMessageContaining("taken");
      long second = house.store("Elm & Oak", "13900139000", null);
      assertThatThrownBy(() -> pool.claim(second)).hasMessageContaining("most");
      assertThat(test.database().undo(claimed).kept()).isEmpty();
      assertThat(owner(house, id)).isNull();
      house.customers.delete(id);
      assertThat(test.count("pool_entry")).isZero();
    }
  }

  @Test
  void oneOfTwoWhoClaimAtOnceGetsIt() throws Exception {
    try (TestDatabase test = TestDatabase.postgres();
        TwinsHouse house = new TwinsHouse(test);
        Database others = test.another();
        ExecutorService two = Executors.newFixedThreadPool(2)) {
      Customers theirs = new Customers(others, house.numbers, test.clock());
      Pool ours = pool(house, RULES);
      Pool their = new Pool(others, theirs, () -> RULES, test.clock());
      for (int round = 0; round < 8; round++) {
        long id = house.store("Firm " + round, "1380013800" + round, null);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> claims = new ArrayList<>();
        for (Pool one : List.of(ours, their)) {
          Callable<Boolean> claim =
              () -> {
                start.await();
                try {
                  one.claim(id);
                  return true;
                } catch (ProblemException e) {
                  return false;
                }
              };
          claims.add(two.submit(claim));
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
          won += claim.get() ? 1 : 0;
        }
        assertThat(won).as("round %s", round).isEqualTo(1);
        assertThat(test.rows("SELECT 1 FROM pool_entry WHERE customer_id = ?", id)).hasSize(1);
      }
    }
  }
}
