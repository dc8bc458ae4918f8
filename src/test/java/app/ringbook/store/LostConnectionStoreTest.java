package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;

/** A database that closes under the open program: a full disk, a server that starts again. */
class LostConnectionStoreTest {
  private static final Change CHANGE = Change.of("customer.change.created", "A");

  private static long insert(Database database, String name) {
    return database.write(CHANGE, tx -> tx.insert(TestRows.customer(tx.nextId("customer"), name)));
  }

  private static void lose(TestDatabase test) {
    if (test.database().shared()) {
      test.rows(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    } else {
      test.write("SHUTDOWN IMMEDIATELY");
    }
  }

  @OnBothDatabases
  void readsGoOnAtOnce(TestDatabase test) {
    Database database = test.database();
    long sequence = insert(database, "A");
    lose(test);
    assertThat(database.lastSequence()).isEqualTo(sequence);
    assertThat(database.changesAfter(0, 10)).hasSize(1);
  }

  @OnBothDatabases
  void writesGoOnAndNothingIsLostOrDoneTwice(TestDatabase test) {
    Database database = test.database();
    long first = insert(database, "A");
    lose(test);
    if (database.shared()) { // a server's end is noticed by the first that asks it
      assertThatThrownBy(() -> insert(database, "B"))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.server"));
    }
    long second = insert(database, "C");
    database.undo(first);
    assertThat(second).isGreaterThan(first);
    Database again = test.reopen();
    assertThat(test.rows("SELECT name FROM customer").stream().map(r -> r.get("name")).toList())
        .isEqualTo(List.of("C"));
    assertThat(again.opened().unclean()).isFalse();
  }
}
