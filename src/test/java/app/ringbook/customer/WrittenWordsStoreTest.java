package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.CustomerSearch.Kind;
import app.ringbook.customer.CustomerSearch.Why;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Row;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** Customers are found by everything that is written about them, after their names. */
class WrittenWordsStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private long filled(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    NewContact person =
        new NewContact("Ann", "Head of Ｐurchase", null, "Plays golf", true, true, List.of());
    long id =
        customers
            .create(
                new NewCustomer(
                    Customer.named("Alpha")
                        .city("苏州")
                        .address("Harbour Street 12")
                        .note("Likes 50% off\nand tea")
                        .build(),
                    List.of(person),
                    List.of()))
            .value();
    customers.create(NewCustomer.of("Teapot", List.of()));
    test.database()
        .write(
            Change.of("customer.change.edited", "Alpha"),
            tx -> {
              tx.insert(
                  Row.of("customer_profile", id, 0)
                      .set("legal_name", "重庆甲有限公司")
                      .set("credit_code", "91110108MA01ABCD2X")
                      .set("life_cycle", "NEW")
                      .set("life_cycle_manual", false)
                      .set("contracts", 0)
                      .set("key_customer", false)
                      .set("needs", "Silent pumps")
                      .set("custom", "\nf1=Blue folder\nf2=7\n")
                      .build());
              tx.insert(
                  Row.of("timeline_entry", tx.nextId("timeline_entry"), 0)
                      .set("customer_id", id)
                      .set("kind", "NOTE")
                      .set("at", test.clock().now())
                      .set("title", "Asked for a discount")
                      .set("actor", "me")
                      .set("source", "hand")
                      .build());
              tx.insert(
                  Row.of("timeline_entry", tx.nextId("timeline_entry"), 0)
                      .set("customer_id", id)
                      .set("kind", "CALL")
                      .set("at", test.clock().now())
                      .set("title", "x")
                      .set("detail", "outcome=answered\n\nWants a catalogue")
                      .set("actor", "me")
                      .set("source", "line")
                      .build());
            });
    return id;
  }

  private static String found(CustomerSearch search, String text) {
    return String.join(
        ";",
        search.find(text, 10).stream()
            .map(h -> h.why() + " " + h.title() + ": " + h.detail())
            .toList());
  }

  private static void everythingIsFound(CustomerSearch search) {
    assertThat(found(search, "50% OFF")).isEqualTo("NOTE Alpha: Likes 50% off and tea");
    assertThat(found(search, "50_")).isEmpty();
    assertThat(found(search, "苏州")).isEqualTo("ADDRESS Alpha: 苏州");
    assertThat(found(search, "street 1")).isEqualTo("ADDRESS Alpha: Harbour Street 12");
    assertThat(found(search, "golf")).isEqualTo("NOTE Alpha: Plays golf");
    assertThat(found(search, "of pur")).startsWith("ROLE Alpha");
    assertThat(found(search, "重庆甲")).isEqualTo("REGISTERED Alpha: 重庆甲有限公司");
    assertThat(found(search, "01abcd")).startsWith("REGISTERED Alpha");
    assertThat(found(search, "pumps")).isEqualTo("NEED Alpha: Silent pumps");
    assertThat(found(search, "blue f")).isEqualTo("FIELD Alpha: Blue folder");
    assertThat(found(search, "discount")).isEqualTo("NOTE Alpha: Asked for a discount");
    assertThat(found(search, "catalogue")).isEqualTo("NOTE Alpha: Wants a catalogue");
    assertThat(found(search, "answered")).isEmpty();
    assertThat(found(search, "f1=")).isEmpty();
    assertThat(found(search, "tea")).startsWith("NAME Teapot").contains(";NOTE Alpha");
  }

  @OnBothDatabases
  @Tag("S1-17")
  void everyWordIsFound(TestDatabase test) {
    long id = filled(test);
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      search.load(Progress.NONE);
      everythingIsFound(search);
      assertThat(found(search, "chongqingjia")).startsWith("REGISTERED Alpha");
      assertThat(found(search, "cqj")).startsWith("REGISTERED Alpha");
      assertThat(search.customerIds("discount", Progress.NONE)).containsExactly(id);
      assertThat(search.namedIds("discount", Progress.NONE)).isEmpty();
      assertThat(search.find("n", 10)).filteredOn(hit -> hit.kind() == Kind.NOTE).hasSize(1);
    }
  }

  @OnBothDatabases
  void wordsFollowEveryChangeAndUndo(TestDatabase test) {
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      search.load(Progress.NONE);
      long id = filled(test);
      everythingIsFound(search);
      Customers customers = new Customers(test.database(), numbers, test.clock());
      customers.edit(customers.byId(id).orElseThrow().change().note("Prefers coffee").build());
      assertThat(found(search, "50% off")).isEmpty();
      assertThat(found(search, "coffee")).startsWith("NOTE Alpha");
      test.database().undo(test.database().lastUndoable(Set.of()).orElseThrow());
      everythingIsFound(search);
      test.database().undo(test.database().lastUndoable(Set.of()).orElseThrow());
      for (String text : List.of("discount", "catalogue", "pumps", "blue f", "01abcd")) {
        assertThat(search.find(text, 10)).as(text).isEmpty();
      }
      customers.delete(id);
      assertThat(search.find("golf", 10)).isEmpty();
      assertThat(search.find("苏州", 10)).isEmpty();
    }
  }

  @OnBothDatabases
  void theDatabaseFindsWordsToo(TestDatabase test) {
    filled(test);
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      assertThat(found(search, "50% OFF")).isEqualTo("NOTE Alpha: Likes 50% off and tea");
      assertThat(found(search, "discount")).startsWith(Why.NOTE.name());
      assertThat(found(search, "blue f")).startsWith(Why.FIELD.name());
      assertThat(search.loaded()).isFalse();
    }
  }
}
