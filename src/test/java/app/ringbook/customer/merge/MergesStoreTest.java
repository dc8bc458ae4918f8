package app.ringbook.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.StaleRowException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;

class MergesStoreTest {
  private static final List<String> TABLES =
      List.of("customer", "contact", "phone", "timeline_entry", "customer_profile", "department");

  /** Everything there is but the versions, which only grow. */
  private static List<String> content(TestDatabase test) {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES) {
      for (Map<String, Object> row : test.rows("SELECT * FROM " + table + " ORDER BY id")) {
        row.remove("version");
        row.remove("row_crc");
        rows.add(table + row);
      }
    }
    return rows;
  }

  @OnBothDatabases
  @Tag("S0-23")
  void fourBecomeOneWithAllThatHangsOnThemAndFourAgain(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long one = house.storeWith(Customer.named("Acme").city("Hamburg").tags("old").build(), "Ann");
      long two =
          house.storeWith(
              Customer.named("Acme Ltd").industry("Metal").tags("new").note("second").build(),
              "Ben",
              "13812345678");
      long three =
          house.storeWith(
              Customer.named("ACME").doNotCall(true).note("third").build(),
              "ann",
              "13812345678",
              "13900000001");
      long four = house.storeWith(Customer.named("Acme GmbH").city("Bremen").build(), "Cleo");
      house.profiles.edit(four, p -> p.change().needs("Speed").build());
      List<String> before = content(test);

      MergeDraft draft = house.merges.draft(List.of(one, two, three, four));
      draft.choose("city", four);
      draft.choose("name", two);
      var done = house.merges.merge(draft);

      assertThat(house.customers.count()).isEqualTo(1);
      Portrait portrait = house.customers.portrait(one);
      assertThat(portrait.customer())
          .satisfies(
              c -> {
                assertThat(c.name()).isEqualTo("Acme Ltd");
                assertThat(c.city()).isEqualTo("Bremen");
                assertThat(c.industry()).isEqualTo("Metal");
                assertThat(c.tagList()).containsExactly("old", "new");
                assertThat(c.note()).isEqualTo("second\n\nthird");
                assertThat(c.doNotCall()).isTrue();
              });
      assertThat(house.profiles.of(one).needs()).isEqualTo("Speed");
      assertThat(portrait.contacts())
          .extracting(Contact::name)
          .containsExactly("Ann", "Ben", "Cleo");
      assertThat(portrait.contacts().stream().filter(Contact::main)).hasSize(1);
      assertThat(portrait.phones().stream().filter(Phone::main)).hasSize(1);
      assertThat(portrait.phones()).hasSize(3);
      assertThat(done.value().moved()).containsEntry("contact", 3).containsEntry("phone", 3);
      assertThat(house.timeline.read(one, Set.of(), null, 20))
          .extracting(TimelineEntry::kind)
          .contains(TimelineKind.MERGED)
          .filteredOn(kind -> kind == TimelineKind.CREATED)
          .hasSize(4);

      assertThat(test.database().undo(done.sequence()).kept()).isEmpty();
      assertThat(content(test)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void changedMeanwhileNothingHappens(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long one = house.storeWith(Customer.named("Acme").build(), "Ann");
      long two = house.storeWith(Customer.named("Acme Ltd").build(), "Ben");
      MergeDraft draft = house.merges.draft(List.of(one, two));
      Customer other = house.customers.portrait(two).customer();
      house.customers.edit(other.change().city("Kiel").build());
      List<String> before = content(test);
      assertThatThrownBy(() -> house.merges.merge(draft)).isInstanceOf(StaleRowException.class);
      assertThat(content(test)).isEqualTo(before);
      assertThatThrownBy(() -> house.merges.draft(List.of(one, one)))
          .isInstanceOf(ProblemException.class);
    }
  }
}
