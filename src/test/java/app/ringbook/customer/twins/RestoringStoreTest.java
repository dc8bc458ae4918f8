package app.ringbook.customer.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import app.ringbook.store.trash.Trash;
import app.ringbook.store.trash.Trashed;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.time.Duration;
import java.util.List;

class RestoringStoreTest {

  private static Restoring restoring(TwinsHouse house, Trash trash) {
    return new Restoring(trash, house.customers, house.profiles, house.twins);
  }

  private static String content(TestDatabase test) {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("customer", "contact", "phone", "timeline_entry")) {
      test.rows("SELECT * FROM " + table + " ORDER BY id")
          .forEach(
              row -> {
                row.remove("version");
                row.remove("row_crc");
                all.append(table).append(row).append('\n');
              });
    }
    return all.toString();
  }

  @OnBothDatabases
  void aDeletedCustomerComesBackWithEverythingAndTwoUndosMakeItAsBefore(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Trash trash = new Trash(test.database(), test.clock());
      long id =
          house.storeWith(Customer.named("Bluefen").build(), "Grace", "13800138001", "13800138002");
      house.timeline.note(id, "asks for prices");
      long other = house.store("Elm & Oak", "13900139000", "Ann");
      String before = content(test);

      long deleted =
          test.database()
              .write(
                  app.ringbook.store.Change.of("customer.change.bulk", "two"),
                  tx -> {
                    house.customers.trashIn(tx, other);
                    house.customers.trashIn(tx, id);
                  });
      assertThat(test.count("customer")).isZero();
      List<Trashed> page = trash.page(null, 10);
      assertThat(page).extracting(Trashed::name).containsExactly("Bluefen", "Elm & Oak");
      assertThat(page.getFirst().children()).isGreaterThanOrEqualTo(4);
      assertThat(page.getFirst().author()).isEqualTo("Test");
      assertThat(trash.page(page.getFirst(), 10)).containsExactly(page.getLast());

      Database.Done<List<Database.Kept>> done =
          restoring(house, trash).restore(page.getFirst(), null);
      assertThat(done.value()).isEmpty();
      assertThat(test.rows("SELECT name FROM customer")).hasSize(1);
      assertThat(house.customers.portrait(id).phones()).hasSize(2);
      assertThat(test.count("timeline_entry"))
          .isEqualTo(content(test).split("timeline_entry").length - 1);
      assertThat(trash.count()).isEqualTo(1);

      test.database().undo(done.sequence());
      assertThat(trash.count()).isEqualTo(2);
      assertThat(test.database().undo(deleted).kept()).isEmpty();
      assertThat(trash.count()).isZero();
      assertThat(content(test)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void aNumberTakenMeanwhileIsNamedAndNeedsAReason(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Trash trash = new Trash(test.database(), test.clock());
      long id = house.store("Bluefen", "13800138001", "Ann");
      house.customers.delete(id);
      long taken = house.store("Cedar Works", "138 0013 8001", "Bob");
      Trashed trashed = trash.page(null, 1).getFirst();

      assertThatThrownBy(() -> restoring(house, trash).restore(trashed, null))
          .isInstanceOfSatisfying(
              TwinsFoundException.class,
              e -> assertThat(e.twins()).extracting(Twin::customerId).containsExactly(taken));
      assertThat(test.count("customer")).isEqualTo(1);
      assertThat(trash.count()).isEqualTo(1);
      restoring(house, trash).restore(trashed, "shared switchboard");
      assertThat(test.count("customer")).isEqualTo(2);
      assertThat(test.rows("SELECT reason FROM different_customer"))
          .containsExactly(java.util.Map.of("reason", "shared switchboard"));
    }
  }

  @OnBothDatabases
  void aPersonComesBackOnlyToACustomerThatIsThere(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Trash trash = new Trash(test.database(), test.clock());
      long id = house.storeWith(Customer.named("Bluefen").build(), "Grace", "13800138001");
      Contact grace = house.customers.portrait(id).contacts().getFirst();
      house.customers.deleteContact(grace);
      house.customers.delete(id);
      Trashed person = trash.page(null, 2).getLast();
      assertThat(person.belongedTo()).isEqualTo("Bluefen");
      assertThatThrownBy(() -> restoring(house, trash).restore(person, null))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("store.trash.problem.parent");
      restoring(house, trash).restore(trash.page(null, 1).getFirst(), null);
      restoring(house, trash).restore(person, null);
      assertThat(house.customers.portrait(id).phonesOf(grace.id())).hasSize(1);
      assertThatThrownBy(() -> restoring(house, trash).restore(person, null))
          .isInstanceOf(ProblemException.class);
    }
  }

  @OnBothDatabases
  void itEmptiesWhatIsOldAndNotHeld(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      Trash trash = new Trash(test.database(), test.clock());
      house.customers.delete(house.store("Old", "13800138001", "Ann"));
      house.customers.delete(house.store("Held", "13800138002", "Ann"));
      test.clock().advance(Duration.ofDays(31));
      house.customers.delete(house.store("Young", "13800138003", "Ann"));
      Trash.Emptied emptied =
          trash.empty(
              test.clock().now().minus(Duration.ofDays(30)),
              rows -> rows.toString().contains("13800138002"));
      assertThat(emptied).isEqualTo(new Trash.Emptied(1, 1));
      assertThat(trash.page(null, 9)).extracting(Trashed::name).containsExactly("Young", "Held");
    }
  }
}
