package app.ringbook.customer.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.history.HistoryLine.OfField;
import app.ringbook.customer.history.HistoryLine.OfPart;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.Progress;
import app.ringbook.settings.Settings;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.util.ArrayList;
import java.util.List;

class CustomerHistoryStoreTest {

  private static CustomerHistory history(TwinsHouse house) {
    CustomFields fields = new CustomFields(house.test.database());
    Ratings ratings = new Ratings(new Settings(house.test.folders().root()));
    return new CustomerHistory(
        house.test.database(),
        house.customers,
        house.profiles,
        new CustomerCatalogue(fields, ratings, house.test.clock()),
        new ContactCatalogue(fields, house.test.clock()));
  }

  private static String line(HistoryLine line) {
    String what =
        switch (line.what()) {
          case OfField f -> f.field().key() + " " + f.before() + " > " + f.after();
          case OfPart p ->
              p.key().replaceFirst(".*part.", "") + " " + p.before() + " > " + p.after();
        };
    return (line.undone() ? "(" + what + ")" : what)
        + " "
        + line.action().replaceFirst(".*\\.", "");
  }

  private static void city(TwinsHouse house, long id, String city) {
    house.customers.edit(house.customers.byId(id).orElseThrow().change().city(city).build());
  }

  @OnBothDatabases
  void everyKindOfChangeIsToldNewestFirstWithWhatMadeIt(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long id = house.storeWith(Customer.named("Bluefen").build(), "Grace", "13800138001");
      long other = house.store("Elm & Oak", "13900139000", "Ann");
      city(house, other, "Ulm");
      city(house, id, "Bonn");
      Contact grace = house.customers.portrait(id).contacts().getFirst();
      house.customers.editContact(grace.withRole("Buyer"));
      new BulkEdits(test.database(), house.customers, house.profiles)
          .run(
              new long[] {id, other},
              new BulkChange.Edit(c -> c.change().owner("Bob").build()),
              "Owner: Bob",
              Progress.NONE);
      long edit = house.profiles.setKeyCustomer(id, true).sequence();
      test.database().undo(edit);

      assertThat(history(house).page(id, null, Long.MAX_VALUE, 50).lines())
          .extracting(CustomerHistoryStoreTest::line)
          .startsWith(
              "keyCustomer true > false undone",
              "(keyCustomer false > true) key_customer",
              "owner null > Bob bulk",
              "contactRole null > Buyer contact_edited",
              "city null > Bonn edited")
          .contains("contact null > Grace created", "customer null > Bluefen created")
          .noneMatch(l -> l.contains("Ulm") || l.contains("Elm"));
      assertThat(history(house).page(id, "city", Long.MAX_VALUE, 50).lines())
          .extracting(CustomerHistoryStoreTest::line)
          .containsExactly("city null > Bonn edited");
    }
  }

  @OnBothDatabases
  void aLongHistoryIsReadInPagesAndAnEarlierValueComesBackAsAnEdit(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long id = house.store("Bluefen", "13800138001", "Ann");
      for (int i = 0; i < 30; i++) {
        city(house, id, "City " + i);
      }
      CustomerHistory history = history(house);
      List<HistoryLine> all = new ArrayList<>();
      long next = Long.MAX_VALUE;
      int pages = 0;
      while (next != 0) {
        CustomerHistory.Page page = history.page(id, "city", next, 8);
        all.addAll(page.lines());
        next = page.next();
        pages++;
      }
      assertThat(pages).isGreaterThan(3);
      assertThat(all).hasSize(30);
      OfField tenth = (OfField) all.get(20).what();
      assertThat(tenth.before()).isEqualTo("City 8");

      long sequence = history.takeBack(id, tenth).sequence();
      assertThat(house.customers.byId(id).orElseThrow().city()).isEqualTo("City 8");
      test.database().undo(sequence);
      assertThat(house.customers.byId(id).orElseThrow().city()).isEqualTo("City 29");
    }
  }

  @OnBothDatabases
  void changesOfAnOlderProgramAreFoundOnceItIsOpenedAnew(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long id = house.store("Bluefen", "13800138001", "Ann");
      city(house, id, "Bonn");
      test.write("DELETE FROM journal_row");
      assertThat(history(house).page(id, null, Long.MAX_VALUE, 9).lines()).isEmpty();
    }
    test.reopen();
    try (TwinsHouse again = new TwinsHouse(test)) {
      assertThat(history(again).page(1, "city", Long.MAX_VALUE, 9).lines()).hasSize(1);
    }
  }
}
