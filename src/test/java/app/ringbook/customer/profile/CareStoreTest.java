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
import org.junit.jupiter.api.Test;

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
      assertThat(care.due(7, "Nora")).isEmpty();
      profiles.edit(id, p -> p.change().keyCustomer(true).build());
      assertThat(care.due(7, "Nora"))
          .containsExactly(
              new Care.Reminder(Care.Kind.QUIET, id, "Bluefen", null, today.minusDays(2)),
              new Care.Reminder(Care.Kind.BIRTHDAY, id, "Bluefen", "Grace", today.plusDays(3)));
      assertThat(care.due(2, "Nora"))
          .extracting(Care.Reminder::kind)
          .containsExactly(Care.Kind.QUIET);
      Customer nobodys = house.customers.byId(id).orElseThrow();
      house.customers.edit(nobodys.change().owner("Nora").build());
      assertThat(care.due(7, "Nora")).hasSize(2);
      assertThat(care.due(7, "Ben")).isEmpty();
      profiles.edit(id, p -> p.change().keyCustomer(false).build());
      assertThat(care.due(7, "Nora")).isEmpty();
    }
  }

  @Test
  void aReminderOfDaysAheadIsAnotherOneOnTheDayItself() {
    LocalDate day = LocalDate.of(2026, 6, 18);
    var birthday = new Care.Reminder(Care.Kind.BIRTHDAY, 7, "Bluefen", "Grace", day);
    String ahead = birthday.key(day.minusDays(2));
    assertThat(birthday.key(day.minusDays(1))).isEqualTo(ahead);
    assertThat(birthday.key(day)).isNotEqualTo(ahead);
  }
}
