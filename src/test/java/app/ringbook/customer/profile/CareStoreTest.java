package app.ringbook.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.Customer;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.settings.RatingSettings;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;

class CareStoreTest {
  @OnBothDatabases
  @Tag("S0-24")
  void keyCustomersAskForBirthdaysAndContactsInTimeUntilTheyAreNoneAnyMore(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Profiles profiles = new Profiles(house.database, house.clock);
      Care care = new Care(house.database, () -> RatingSettings.DEFAULT, house.clock);
      LocalDate today = house.clock.today();
      long id =
          house
              .customers
              .create(
                  new NewCustomer(
                      Customer.named("Bluefen")
                          .lastContactAt(house.clock.now().minus(Duration.ofDays(9)))
                          .build(),
                      List.of(new NewContact("Grace", null, null, null, true, false, List.of())),
                      List.of()))
              .value();
      var grace = house.customers.portrait(id).contacts().getFirst();
      house.customers.editContact(grace.withBirthday(today.plusDays(3).minusYears(40)));
      assertThat(care.due(7)).isEmpty();
      profiles.edit(id, p -> p.change().keyCustomer(true).build());
      assertThat(care.due(7))
          .containsExactly(
              new Care.Reminder(Care.Kind.QUIET, id, "Bluefen", null, today.minusDays(2)),
              new Care.Reminder(Care.Kind.BIRTHDAY, id, "Bluefen", "Grace", today.plusDays(3)));
      assertThat(care.due(2)).extracting(Care.Reminder::kind).containsExactly(Care.Kind.QUIET);
      profiles.edit(id, p -> p.change().keyCustomer(false).build());
      assertThat(care.due(7)).isEmpty();
    }
  }
}
