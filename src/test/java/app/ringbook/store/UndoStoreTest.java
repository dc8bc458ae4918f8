package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class UndoStoreTest {
  private static final Change CHANGE = Change.of("customer.change.edited", "A");

  @OnBothDatabases
  void insertedUpdatedAndDeletedRowsComeBack(TestDatabase test) {
    Database database = test.database();
    long created =
        database.write(
            CHANGE,
            tx -> {
              tx.insert(TestRows.customer(tx.nextId("customer"), "A"));
              tx.insert(TestRows.contact(tx.nextId("contact"), 1, "Anna"));
            });
    long edited =
        database.write(
            CHANGE, tx -> tx.update(Row.of("customer", 1, 1).set("city", "Bonn").build()));
    long deleted = database.write(CHANGE, tx -> tx.delete("contact", 1, 1));

    assertThat(database.undo(deleted)).isEqualTo(new Database.Undone(List.of(deleted), List.of()));
    assertThat(test.rows("SELECT name, version FROM contact"))
        .containsExactly(Map.of("name", "Anna", "version", 2L));
    database.undo(edited);
    assertThat(test.rows("SELECT city FROM customer WHERE city IS NOT NULL")).isEmpty();
    database.undo(created);
    assertThat(test.count("customer")).isZero();
    assertThat(test.count("contact")).isZero();
    assertThat(test.rows("SELECT sequence FROM journal_entry WHERE undone_by IS NOT NULL"))
        .hasSize(3);
    assertThat(database.undo(created).undone()).isEmpty();
  }

  @OnBothDatabases
  void undoOfAnUndoIsRedo(TestDatabase test) {
    Database database = test.database();
    long created =
        database.write(CHANGE, tx -> tx.insert(TestRows.customer(tx.nextId("customer"), "A")));
    database.undo(created);
    database.undo(created + 1);
    assertThat(test.rows("SELECT name FROM customer")).containsExactly(Map.of("name", "A"));
  }

  @OnBothDatabases
  void rowChangedSinceIsKeptAndNamed(TestDatabase test) {
    Database database = test.database();
    long created =
        database.write(
            CHANGE,
            tx -> {
              tx.insert(TestRows.customer(tx.nextId("customer"), "A"));
              tx.insert(TestRows.customer(tx.nextId("customer"), "B"));
            });
    database.write(CHANGE, tx -> tx.update(Row.of("customer", 1, 1).set("name", "A2").build()));
    Database.Undone undone = database.undo(created);
    assertThat(undone.undone()).containsExactly(created);
    assertThat(undone.kept())
        .containsExactly(new Database.Kept("customer", 1, "store.undo.changed"));
    assertThat(test.rows("SELECT name FROM customer")).containsExactly(Map.of("name", "A2"));
  }

  @OnBothDatabases
  void rowWithChildrenByNowIsKept(TestDatabase test) {
    Database database = test.database();
    long created =
        database.write(CHANGE, tx -> tx.insert(TestRows.customer(tx.nextId("customer"), "A")));
    database.write(CHANGE, tx -> tx.insert(TestRows.contact(tx.nextId("contact"), 1, "Anna")));
    Database.Undone undone = database.undo(created);
    assertThat(undone.undone()).isEmpty();
    assertThat(undone.kept())
        .containsExactly(new Database.Kept("customer", 1, "store.undo.children"));
  }

  @OnBothDatabases
  void childOfADeletedParentIsNotRestored(TestDatabase test) {
    Database database = test.database();
    database.write(
        CHANGE,
        tx -> {
          tx.insert(TestRows.customer(tx.nextId("customer"), "A"));
          tx.insert(TestRows.contact(tx.nextId("contact"), 1, "Anna"));
        });
    long contactGone = database.write(CHANGE, tx -> tx.delete("contact", 1, 1));
    database.write(CHANGE, tx -> tx.delete("customer", 1, 1));
    assertThat(database.undo(contactGone).kept())
        .containsExactly(new Database.Kept("contact", 1, "store.undo.parent"));
  }

  @OnBothDatabases
  void takenUniqueValueIsKept(TestDatabase test) {
    Database database = test.database();
    Row label = Row.of("number_label", 1, 0).set("number", "+491").set("label", "NUISANCE").build();
    database.write(CHANGE, tx -> tx.insert(label));
    long deleted = database.write(CHANGE, tx -> tx.delete("number_label", 1, 1));
    database.write(CHANGE, tx -> tx.insert(new Row("number_label", 2, 0, label.values())));
    assertThat(database.undo(deleted).kept())
        .containsExactly(new Database.Kept("number_label", 1, "store.undo.taken"));
  }

  @OnBothDatabases
  void groupOfBlocksIsTakenBackWhole(TestDatabase test) {
    Database database = test.database();
    Change block = new Change("spreadsheet.change.imported", "File", "import-7");
    for (int i = 0; i < 3; i++) {
      database.write(block, UndoStoreTest::importBlock);
    }
    database.write(block, tx -> tx.update(Row.of("customer", 1, 1).set("city", "Ulm").build()));
    assertThat(database.undoGroup("import-7").kept()).isEmpty();
    assertThat(test.count("customer")).isZero();
    assertThat(database.undoGroup("import-7").undone()).isEmpty();
    database.undoGroup("undo-import-7");
    assertThat(test.count("customer")).isEqualTo(3 * 1500);
    assertThat(test.rows("SELECT id FROM customer WHERE city = 'Ulm'")).hasSize(1);
  }

  private static void importBlock(Transaction tx) {
    long first = tx.nextIds("customer", 1500);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      rows.add(TestRows.customer(first + i, "Customer " + i));
      rows.add(TestRows.contact(tx.nextId("contact"), first + i, "Contact"));
    }
    rows.sort((a, b) -> b.table().compareTo(a.table()));
    tx.insertAll(rows);
  }
}
