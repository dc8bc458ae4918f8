package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class DatabaseStoreTest {
  private static final Change CHANGE = Change.of("customer.change.created", "Müller 明");

  @OnBothDatabases
  void writesWholeRowsAndTellsTheListeners(TestDatabase test) {
    Database database = test.database();
    List<Committed> heard = new ArrayList<>();
    database.changes().add(heard::add);
    Database.Done<Long> done =
        database.inTransaction(
            CHANGE,
            tx -> {
              long id = tx.nextId("customer");
              tx.insert(TestRows.customer(id, "Müller 明"));
              tx.insert(TestRows.contact(tx.nextId("contact"), id, "Anna"));
              return id;
            });
    assertThat(done).isEqualTo(new Database.Done<>(1L, 1));
    assertThat(test.rows("SELECT name, version, do_not_call FROM customer"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("name", "Müller 明")
                    .containsEntry("version", 1L)
                    .containsEntry("do_not_call", false));
    assertThat(heard).singleElement().satisfies(c -> assertThat(c.rows()).hasSize(2));
    assertThat(test.count("journal_entry")).isEqualTo(1);
  }

  @OnBothDatabases
  void updatesKeepColumnsLeftOutAndGrowTheVersion(TestDatabase test) {
    Database database = test.database();
    database.write(
        CHANGE,
        tx -> {
          tx.insert(TestRows.customer(tx.nextId("customer"), "Before"));
        });
    Instant next = Instant.parse("2026-05-01T08:30:00.123Z");
    database.write(
        CHANGE,
        tx -> {
          tx.update(
              Row.of("customer", 1, 1).set("city", "Berlin").set("next_contact_at", next).build());
        });
    assertThat(test.rows("SELECT name, city, version FROM customer"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("name", "Before")
                    .containsEntry("city", "Berlin")
                    .containsEntry("version", 2L));
  }

  @OnBothDatabases
  void whatHangsOnARowMovesToAnotherAndComesBackByUndo(TestDatabase test) {
    Database database = test.database();
    database.write(
        CHANGE,
        tx -> {
          tx.insertAll(List.of(TestRows.customer(1, "Left"), TestRows.customer(2, "Right")));
          tx.insertAll(List.of(TestRows.contact(5, 1, "Anna"), TestRows.contact(6, 2, "Ben")));
        });
    Database.Done<Map<String, Integer>> moved =
        database.inTransaction(CHANGE, tx -> tx.repoint("customer", 1, 2));
    assertThat(moved.value()).containsExactly(Map.entry("contact", 1));
    assertThat(test.count("contact WHERE customer_id = 2")).isEqualTo(2);
    database.undo(moved.sequence());
    assertThat(test.count("contact WHERE customer_id = 1")).isEqualTo(1);
  }

  @OnBothDatabases
  void staleVersionIsRefusedWithBothImages(TestDatabase test) {
    Database database = test.database();
    database.write(
        CHANGE,
        tx -> {
          tx.insert(TestRows.customer(tx.nextId("customer"), "A"));
          tx.update(Row.of("customer", 1, 1).set("name", "B").build());
        });
    assertThatThrownBy(
            () ->
                database.write(
                    CHANGE,
                    tx -> {
                      tx.insert(TestRows.customer(tx.nextId("customer"), "Rolled back"));
                      tx.update(Row.of("customer", 1, 1).set("name", "C").build());
                    }))
        .isInstanceOfSatisfying(
            StaleRowException.class,
            e -> {
              assertThat(e.mine().values()).containsEntry("name", "C");
              assertThat(Objects.requireNonNull(e.stored()).values()).containsEntry("name", "B");
            });
    assertThat(test.count("customer")).isEqualTo(1);
  }
}
