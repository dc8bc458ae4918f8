package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Match;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.PhoneKind;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** One telephone for four people: who has it at what time of day is learned from what is chosen. */
@Tag("S4-07")
class SharedNumberStoreTest {
  private static final String NUMBER = "010-62345678";
  private int calls;

  @OnBothDatabases
  void theRightOneComesFirstAtItsTimeOfDay(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long works = house.customer("Oakhurst Motors", "13900001111");
      List<Contact> people =
          List.of("Ann", "Ben", "Cora", "Dan").stream().map(n -> person(house, works, n)).toList();
      Contact ben = people.get(1);
      Contact cora = people.get(2);
      Contact dan = people.get(3);
      choose(house, "2026-06-08T09:10", works, ben);
      choose(house, "2026-06-09T09:40", works, ben);
      choose(house, "2026-06-09T10:40", works, cora);
      choose(house, "2026-06-09T15:00", works, cora);
      choose(house, "2026-06-09T23:00", works, dan);

      assertThat(first(house, "2026-06-10T09:30")).isEqualTo("Ben");
      assertThat(first(house, "2026-06-10T14:30")).isEqualTo("Cora");
      assertThat(first(house, "2026-06-10T22:30")).isEqualTo("Dan");
      // Cora took it over from Ben in the mornings.
      choose(house, "2026-06-10T08:30", works, cora);
      choose(house, "2026-06-11T08:30", works, cora);
      assertThat(first(house, "2026-06-12T09:30")).isEqualTo("Cora");
      Match match = match(house, "2026-06-12T09:30");
      assertThat(match).isInstanceOf(Match.Several.class);
      assertThat(match.candidates()).hasSize(4);
    }
  }

  @OnBothDatabases
  void whatWasLearnedGoesWithWhomItNames(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long works = house.customer("Oakhurst Motors", "13900001111");
      Contact ann = person(house, works, "Ann");
      person(house, works, "Ben");
      choose(house, "2026-06-08T09:10", works, ann);
      assertThat(match(house, "2026-06-10T09:30")).isInstanceOf(Match.One.class);
      assertThat(test.count("number_choice")).isEqualTo(1);
      house.customers.delete(works);
      assertThat(test.count("number_choice")).isZero();
    }
  }

  @OnBothDatabases
  void aChoiceTakenBackIsNotLearned(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long works = house.customer("Oakhurst Motors", "13900001111");
      CallRecord call = house.save("k/1", NUMBER, CallOutcome.ANSWERED, null);
      long sequence = house.records.link(call.id(), works, null).sequence();
      assertThat(test.count("number_choice")).isEqualTo(1);
      house.database.undo(sequence);
      assertThat(test.count("number_choice")).isZero();
      assertThat(match(house, "2026-06-10T09:30")).isInstanceOf(Match.None.class);
    }
  }

  private Contact person(CallHouse house, long customer, String name) {
    return house
        .customers
        .addContact(
            customer,
            new NewCustomer.NewContact(
                name,
                null,
                null,
                null,
                false,
                false,
                List.of(
                    new NewCustomer.NewPhone(
                        PhoneKind.OFFICE, false, house.numbers.parse(NUMBER)))))
        .value();
  }

  private void choose(CallHouse house, String local, long customer, Contact person) {
    house.clock.set(at(house, local));
    CallRecord call = house.save("k/" + ++calls, NUMBER, CallOutcome.ANSWERED, null);
    house.records.link(call.id(), customer, person.id());
  }

  private static @org.jspecify.annotations.Nullable String first(CallHouse house, String local) {
    return match(house, local).candidates().getFirst().contactName();
  }

  private static Match match(CallHouse house, String local) {
    house.clock.set(at(house, local));
    return house.cards.caller(house.ringing("k/now", NUMBER)).match();
  }

  private static Instant at(CallHouse house, String local) {
    return java.time.LocalDateTime.parse(local).atZone(house.clock.zone()).toInstant();
  }
}
