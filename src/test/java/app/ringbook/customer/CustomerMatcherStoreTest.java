package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

class CustomerMatcherStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", "9"));

  /** A house with its index, filled or not. */
  private final class House {
    final Customers customers;
    final CallerIndex index;
    final CustomerMatcher matcher;

    House(TestDatabase test) {
      customers = new Customers(test.database(), numbers, test.clock());
      index = new CallerIndex(test.database());
      matcher =
          new CustomerMatcher(
              index, test.database(), numbers, test.clock(), () -> List.of("010-88886666"));
    }

    long add(String name, @Nullable String country, String... phones) {
      List<NewPhone> all =
          java.util.Arrays.stream(phones)
              .map(p -> new NewPhone(PhoneKind.OTHER, false, numbers.parse(p, country)))
              .toList();
      return customers
          .create(new NewCustomer(Customer.named(name).country(country).build(), List.of(), all))
          .value();
    }

    Match match(String number) {
      return matcher.match(numbers.parse(number));
    }

    void assertOne(String number, String name, MatchReason why) {
      for (int round = 0; round < 2; round++) {
        Match match = match(number);
        assertThat(match).as(number).isInstanceOf(Match.One.class);
        Match.Candidate candidate = match.candidates().getFirst();
        assertThat(candidate.customerName()).as(number).isEqualTo(name);
        assertThat(candidate.why()).as(number).isEqualTo(why);
        assertThat(candidate.rank()).isEqualTo(1);
        index.load(Progress.NONE);
      }
    }
  }

  @OnBothDatabases
  void findsAForeignNumberHoweverItIsReported(TestDatabase test) {
    House house = new House(test);
    house.add("Alfreds Futterkiste", "Germany", "030-0074321");
    house.assertOne("030-0074321", "Alfreds Futterkiste", MatchReason.NATIONAL);
    house.assertOne("+49 30 0074321", "Alfreds Futterkiste", MatchReason.EXACT);
    house.assertOne("0049300074321", "Alfreds Futterkiste", MatchReason.EXACT);
    house.assertOne("300074321", "Alfreds Futterkiste", MatchReason.NATIONAL);
  }

  @OnBothDatabases
  void findsWithoutTheDatabaseKnowingTheOffice(TestDatabase test) {
    House house = new House(test);
    house.add("Torino", "Italy", "011-4988260");
    house.add("Madrid", "Spain", "(91) 555 22 82");
    house.add("México", "Mexico", "(5) 555-4729");
    house.add("Kurz", null, "95588");
    house.assertOne("011-4988260", "Torino", MatchReason.NATIONAL);
    house.assertOne("(91) 555 22 82", "Madrid", MatchReason.NATIONAL);
    house.assertOne("(5) 555-4729", "México", MatchReason.NATIONAL);
    house.assertOne("95588", "Kurz", MatchReason.NATIONAL);
  }

  @OnBothDatabases
  void findsTheSameNumberThroughAnOutsideLineAndPrefixes(TestDatabase test) {
    House house = new House(test);
    house.add("手机", null, "138 1234 5678");
    for (String number : new String[] {"13812345678", "913812345678", "1795113812345678"}) {
      house.assertOne(number, "手机", MatchReason.EXACT);
    }
    house.add("本地", null, "64321234-8001");
    house.assertOne("010-64321234", "本地", MatchReason.EXACT);
    house.assertOne("64321234", "本地", MatchReason.EXACT);
  }

  @OnBothDatabases
  void aLocalNumberStoredBeforeTheOfficeWasKnownIsFound(TestDatabase test) {
    House house = new House(test);
    PhoneNumbers before = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));
    house.customers.create(NewCustomer.of("早先", List.of(before.parse("64321234"))));
    house.assertOne("01064321234", "早先", MatchReason.LOCAL_AREA);
  }

  @OnBothDatabases
  void equalEndsAreOnlyAProposal(TestDatabase test) {
    House house = new House(test);
    house.add("上海", null, "021-64321234");
    for (int round = 0; round < 2; round++) {
      Match match = house.match("64321234");
      assertThat(match).isInstanceOf(Match.Several.class);
      assertThat(match.candidates())
          .extracting(Match.Candidate::why)
          .containsExactly(MatchReason.SUFFIX);
      house.index.load(Progress.NONE);
    }
    assertThat(house.match("13964321234")).isInstanceOf(Match.None.class);
  }

  @OnBothDatabases
  void noNumberAndOwnNumbersAreNobody(TestDatabase test) {
    House house = new House(test);
    house.add("自己", null, "010-88886666");
    assertThat(house.match("88886666")).isInstanceOf(Match.Own.class);
    assertThat(house.match("P")).isInstanceOf(Match.None.class);
    assertThat(house.match("")).isInstanceOf(Match.None.class);
    assertThat(house.match("13511112222")).isInstanceOf(Match.None.class);
  }

  @OnBothDatabases
  void aSharedNumberListsTheLikeliestFirst(TestDatabase test) {
    House house = new House(test);
    Instant now = test.clock().now();
    house.add("Never", null, "13812345678");
    long old = house.add("Old talk", null, "13812345678");
    long recent = house.add("Recent talk", null, "13812345678");
    long due = house.add("Due today", null, "13812345678");
    house.customers.edit(
        house
            .customers
            .byId(old)
            .orElseThrow()
            .change()
            .lastContactAt(now.minusSeconds(9))
            .build());
    house.customers.edit(
        house.customers.byId(recent).orElseThrow().change().lastContactAt(now).build());
    house.customers.setNextContact(due, now.plus(Duration.ofHours(2)), null);
    house.index.load(Progress.NONE);
    Match match = house.match("13812345678");
    assertThat(match).isInstanceOf(Match.Several.class);
    assertThat(match.candidates())
        .extracting(Match.Candidate::customerName)
        .containsExactly("Due today", "Recent talk", "Old talk", "Never");
    assertThat(match.candidates()).extracting(Match.Candidate::rank).containsExactly(1, 2, 3, 4);
  }

  @OnBothDatabases
  void aLearnedChoiceDecides(TestDatabase test) {
    House house = new House(test);
    house.add("First", null, "13812345678");
    long second = house.add("Second", null, "13812345678");
    long other = house.add("Other", null, "13900001111");
    Match match = house.matcher.match(numbers.parse("13812345678"), chosen(second));
    assertThat(match).isInstanceOf(Match.One.class);
    assertThat(match.candidates().getFirst().why()).isEqualTo(MatchReason.LEARNED);
    Match moved = house.matcher.match(numbers.parse("13812345678"), chosen(other));
    assertThat(moved.candidates().getFirst().customerName()).isEqualTo("Other");
    Match gone = house.matcher.match(numbers.parse("13812345678"), chosen(999));
    assertThat(gone.candidates()).hasSize(2);
  }

  @OnBothDatabases
  void whoWasChosenComesFirstWhereOthersWereChosenToo(TestDatabase test) {
    House house = new House(test);
    long first = house.add("First", null, "13812345678");
    long second = house.add("Second", null, "13812345678");
    Match match =
        house.matcher.match(
            numbers.parse("13812345678"), new CustomerMatcher.Learned(second, null, false));
    assertThat(match).isInstanceOf(Match.Several.class);
    assertThat(match.candidates())
        .extracting(Match.Candidate::customerId)
        .containsExactly(second, first);
  }

  private static CustomerMatcher.Learned chosen(long customer) {
    return new CustomerMatcher.Learned(customer, null, true);
  }

  @OnBothDatabases
  void aSwitchboardShowsTheCompany(TestDatabase test) {
    House house = new House(test);
    NewPhone shared = new NewPhone(PhoneKind.OFFICE, true, numbers.parse("010-62345678"));
    List<NewContact> three =
        List.of("A", "B", "C").stream()
            .map(n -> new NewContact(n, null, null, null, n.equals("B"), false, List.of(shared)))
            .toList();
    house.customers.create(new NewCustomer(Customer.named("Few").build(), three, List.of(shared)));
    assertThat(house.match("62345678").candidates())
        .extracting(Match.Candidate::contactName)
        .containsExactly("B", "A", "C");
    NewPhone board = new NewPhone(PhoneKind.OFFICE, true, numbers.parse("010-62340000"));
    List<NewContact> many =
        List.of("A", "B", "C", "D", "E").stream()
            .map(n -> new NewContact(n, null, null, null, false, false, List.of(board)))
            .toList();
    house.customers.create(new NewCustomer(Customer.named("Many").build(), many, List.of()));
    house.assertOne("62340000", "Many", MatchReason.EXACT);
    assertThat(house.match("62340000").candidates().getFirst().contactId()).isNull();
  }

  @OnBothDatabases
  void theIndexFollowsChangesWhileAndAfterLoading(TestDatabase test) {
    House house = new House(test);
    long id = house.add("Mover", null, "13812345678");
    house.index.load(Progress.NONE);
    assertThat(house.index.size()).isEqualTo(1);
    List<Phone> phones = house.customers.portrait(id).phones();
    house.customers.setPhones(
        id, List.of(phones.getFirst().withNumber(numbers.parse("13900002222"))));
    assertThat(house.match("13812345678")).isInstanceOf(Match.None.class);
    house.assertOne("13900002222", "Mover", MatchReason.EXACT);
    house.customers.delete(id);
    assertThat(house.match("13900002222")).isInstanceOf(Match.None.class);
    assertThat(house.index.size()).isZero();
    house.add("Late", null, "13700003333");
    house.assertOne("13700003333", "Late", MatchReason.EXACT);
    assertThat(house.index.size()).isEqualTo(1);
  }
}
