package app.ringbook.customer.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

class BulkEditsStoreTest {
  private static final String ALL =
      "SELECT id, name, tier, owner, tags, next_contact_at FROM customer ORDER BY id";

  @OnBothDatabases
  @Tag("S0-20")
  void tagsManyAndOneUndoRestoresThem(TestDatabase test) {
    Customers customers = customers(test);
    long[] ids = create(test, customers, 1_300);
    List<Map<String, @Nullable Object>> before = test.rows(ALL);
    BulkEdits bulk = bulk(test, customers);
    BulkChange tag = new BulkChange.Tag(List.of("Expo 2026", "key"));

    BulkEdits.Preview preview = bulk.preview(ids, tag, Progress.NONE);
    assertThat(preview.changed()).isEqualTo(1_300);
    assertThat(preview.examples()).hasSize(3);
    assertThat(test.rows(ALL)).isEqualTo(before);

    BulkEdits.Done done = bulk.run(ids, tag, "Tag Expo 2026", Progress.NONE);
    assertThat(done.changed()).isEqualTo(1_300);
    assertThat(done.whole()).isTrue();
    assertThat(customers.byId(ids[0]).orElseThrow().tagList()).containsExactly("Key", "Expo 2026");
    assertThat(bulk.run(ids, tag, "Again", Progress.NONE).changed()).isZero();

    bulk.run(ids, new BulkChange.Untag(List.of("KEY")), "Untag key", Progress.NONE);
    assertThat(customers.byId(ids[1]).orElseThrow().tagList()).containsExactly("Expo 2026");

    Database reopened = test.reopen();
    Database.Undoable last = reopened.lastUndoable(java.util.Set.of()).orElseThrow();
    reopened.undo(last);
    assertThat(reopened.undoGroup(done.group()).kept()).isEmpty();
    assertThat(test.rows(ALL)).isEqualTo(before);
  }

  @OnBothDatabases
  void stoppedHalfWayLeavesWholeBlocksThatAreUndoneAsOne(TestDatabase test) {
    Customers customers = customers(test);
    long[] ids = create(test, customers, 1_200);
    List<Map<String, @Nullable Object>> before = test.rows(ALL);
    BulkEdits bulk = bulk(test, customers);
    StopAfter stop = new StopAfter(600);

    BulkEdits.Done done = bulk.run(ids, edit(c -> c.owner("Nora Ellis")), "Assign Nora", stop);

    assertThat(done.whole()).isFalse();
    assertThat(done.changed()).isEqualTo(1_000);
    assertThat(
            test.rows("SELECT COUNT(*) AS n FROM customer WHERE owner = 'Nora Ellis'").getFirst())
        .containsEntry("n", 1_000L);
    test.database().undoGroup(done.group());
    assertThat(test.rows(ALL)).isEqualTo(before);
  }

  @OnBothDatabases
  void deletesAndSetsTheNextContactOfManyAndUndoesBoth(TestDatabase test) {
    Customers customers = customers(test);
    long[] ids = create(test, customers, 30);
    List<Map<String, @Nullable Object>> before = test.rows(ALL);
    BulkEdits bulk = bulk(test, customers);
    Instant at = test.clock().now();

    BulkEdits.Done moved = bulk.run(ids, new BulkChange.NextContact(at), "Next", Progress.NONE);
    assertThat(customers.byId(ids[5]).orElseThrow().nextContactAt()).isEqualTo(at);
    BulkEdits.Done deleted = bulk.run(ids, new BulkChange.Delete(), "Delete", Progress.NONE);
    assertThat(customers.count()).isZero();
    assertThat(bulk.run(ids, new BulkChange.Delete(), "Delete", Progress.NONE).changed()).isZero();
    test.database().undoGroup(deleted.group());
    test.database().undoGroup(moved.group());
    assertThat(test.rows(ALL)).isEqualTo(before);
  }

  @OnBothDatabases
  void aValueThatCannotBeKeptChangesNobody(TestDatabase test) {
    Customers customers = customers(test);
    long[] ids = create(test, customers, 10);
    List<Map<String, @Nullable Object>> before = test.rows(ALL);
    BulkEdits bulk = bulk(test, customers);
    assertThatThrownBy(() -> bulk.run(ids, edit(c -> c.name(" ")), "No name", Progress.NONE))
        .isInstanceOf(ProblemException.class);
    assertThat(test.rows(ALL)).isEqualTo(before);
  }

  private static BulkChange edit(java.util.function.UnaryOperator<Customer.Builder> edit) {
    return new BulkChange.Edit(customer -> edit.apply(customer.change()).build());
  }

  private static BulkEdits bulk(TestDatabase test, Customers customers) {
    return new BulkEdits(test.database(), customers, new Profiles(test.database(), test.clock()));
  }

  private static long[] create(TestDatabase test, Customers customers, int count) {
    List<NewCustomer> fresh = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Customer customer = Customer.named("Customer " + i).tier("B").tags("Key").build();
      fresh.add(new NewCustomer(customer, List.of(), List.of()));
    }
    return test
        .database()
        .inTransaction(
            Change.of("customer.change.created", ""), tx -> customers.createAllIn(tx, fresh))
        .value()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static Customers customers(TestDatabase test) {
    return new Customers(
        test.database(),
        new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", "")),
        test.clock());
  }

  /** Wants no more once so many are done. */
  private static final class StopAfter implements Progress {
    private final long enough;
    private long done;

    StopAfter(long enough) {
      this.enough = enough;
    }

    @Override
    public void at(long now, long total) {
      done = now;
    }

    @Override
    public boolean cancelled() {
      return done >= enough;
    }
  }
}
