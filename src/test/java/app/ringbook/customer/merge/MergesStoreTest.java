package app.ringbook.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.Settings;
import app.ringbook.store.StaleRowException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

class MergesStoreTest {
  private static final List<String> TABLES =
      List.of("customer", "contact", "phone", "timeline_entry", "customer_profile", "department");

  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  @TempDir Path folder;

  private final class House {
    final TestDatabase test;
    final Customers customers;
    final Profiles profiles;
    final Timeline timeline;
    final Merges merges;

    House(TestDatabase test) {
      this.test = test;
      customers = new Customers(test.database(), numbers, test.clock());
      profiles = new Profiles(test.database(), test.clock());
      timeline = new Timeline(test.database(), test.clock());
      customers.follow(profiles);
      customers.follow(timeline);
      Ratings ratings = new Ratings(new Settings(folder));
      merges =
          new Merges(
              test.database(),
              customers,
              profiles,
              new CustomerCatalogue(new CustomFields(test.database()), ratings, test.clock()));
    }

    long store(Customer customer, String person, String... phones) {
      List<NewCustomer.NewPhone> all = new ArrayList<>();
      for (String phone : phones) {
        all.add(new NewCustomer.NewPhone(PhoneKind.MOBILE, all.isEmpty(), numbers.parse(phone)));
      }
      NewContact contact = new NewContact(person, null, null, null, true, false, all);
      return customers.create(new NewCustomer(customer, List.of(contact), List.of())).value();
    }

    /** Everything there is but the versions, which only grow. */
    List<String> content() {
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
  }

  @OnBothDatabases
  @Tag("S0-23")
  void fourBecomeOneWithAllThatHangsOnThemAndFourAgain(TestDatabase test) {
    House house = new House(test);
    long one = house.store(Customer.named("Acme").city("Hamburg").tags("old").build(), "Ann");
    long two =
        house.store(
            Customer.named("Acme Ltd").industry("Metal").tags("new").note("second").build(),
            "Ben",
            "13812345678");
    long three =
        house.store(
            Customer.named("ACME").doNotCall(true).note("third").build(),
            "ann",
            "13812345678",
            "13900000001");
    long four = house.store(Customer.named("Acme GmbH").city("Bremen").build(), "Cleo");
    house.profiles.edit(four, p -> p.change().needs("Speed").build());
    List<String> before = house.content();

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
    assertThat(portrait.contacts()).extracting(Contact::name).containsExactly("Ann", "Ben", "Cleo");
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
    assertThat(house.content()).isEqualTo(before);
  }

  @OnBothDatabases
  void changedMeanwhileNothingHappens(TestDatabase test) {
    House house = new House(test);
    long one = house.store(Customer.named("Acme").build(), "Ann");
    long two = house.store(Customer.named("Acme Ltd").build(), "Ben");
    MergeDraft draft = house.merges.draft(List.of(one, two));
    Customer other = house.customers.portrait(two).customer();
    house.customers.edit(other.change().city("Kiel").build());
    List<String> before = house.content();
    assertThatThrownBy(() -> house.merges.merge(draft)).isInstanceOf(StaleRowException.class);
    assertThat(house.content()).isEqualTo(before);
    assertThatThrownBy(() -> house.merges.draft(List.of(one, one)))
        .isInstanceOf(ProblemException.class);
  }
}
