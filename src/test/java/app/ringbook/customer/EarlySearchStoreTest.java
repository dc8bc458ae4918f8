package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Searching before the memory is filled gives what memory gives. */
class EarlySearchStoreTest {
  private static final List<String> QUESTIONS =
      List.of(
          "marina",
          "MARINA w",
          "mar",
          "精密",
          "jingmi",
          "cyjm",
          "澄宇",
          "chong",
          "zhong",
          "c",
          "重庆",
          "info@",
          "Wei.Shan",
          "shanwei",
          "单",
          "sw",
          "100%",
          "a_b",
          "a!b",
          "_",
          "%",
          "!",
          "o'neill",
          "138",
          "1234-5678",
          "13812345678",
          "+86 138 1234 5678",
          "0086138",
          "030-0074321",
          "+49 30 0074321",
          "0300074",
          "74321",
          "4930007",
          "0",
          "12 34",
          "77",
          "nobody",
          "é",
          "ＭＡＲＩＮＡ");

  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private Customers filled(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    NewPhone mobile = new NewPhone(PhoneKind.MOBILE, true, numbers.parse("138 1234-5678"));
    NewPhone abroad = new NewPhone(PhoneKind.MOBILE, false, numbers.parse("0086 138/1234.5679"));
    customers.create(
        new NewCustomer(
            Customer.named("澄宇精密机械有限公司").email("INFO@chengyu.example").build(),
            List.of(
                new NewContact(
                    "单薇",
                    null,
                    "Wei.Shan@chengyu.example",
                    null,
                    true,
                    true,
                    List.of(mobile, abroad))),
            List.of()));
    customers.create(
        NewCustomer.of("Alfreds Futterkiste", List.of(numbers.parse("030-0074321", "DE"))));
    customers.create(NewCustomer.of("Door", List.of(numbers.parse("*(7)7"))));
    for (String name :
        List.of(
            "Sunrise Marina",
            "Marina",
            "Marina Works",
            "Submarina",
            "100% a_b a!b",
            "O'Neill Café",
            "重庆重型机床",
            "Übersee 12 34")) {
      customers.create(NewCustomer.of(name, List.of()));
    }
    return customers;
  }

  /** What all questions are answered. */
  private static List<Object> answers(TestDatabase test, CustomerSearch search) {
    CustomerList list = new CustomerList(test.database(), search, TestColumns.of(test));
    List<Object> answers = new ArrayList<>();
    for (String question : QUESTIONS) {
      answers.add(question);
      answers.add(search.find(question, 20));
      answers.add(list.ids(ListQuery.ALL.withText(question)));
    }
    return answers;
  }

  @OnBothDatabases
  void theDatabaseFindsWhatMemoryFinds(TestDatabase test) {
    filled(test);
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      List<Object> early = answers(test, search);
      assertThat(search.loaded()).isFalse();
      search.load(Progress.NONE);
      assertThat(search.loaded()).isTrue();

      assertThat(early).usingRecursiveComparison().isEqualTo(answers(test, search));
      assertThat(search.find("marina", 20)).hasSize(4);
      assertThat(search.find("0086138", 20)).hasSize(1);
    }
  }

  @OnBothDatabases
  void theListIsFilteredAndFollowsChangesBeforeTheMemoryIsFilled(TestDatabase test) {
    Customers customers = filled(test);
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      CustomerList list = new CustomerList(test.database(), search, TestColumns.of(test));
      long[] one = list.ids(ListQuery.ALL.withText("futter"));
      assertThat(one).hasSize(1);
      customers.edit(customers.byId(one[0]).orElseThrow().change().name("Renamed").build());
      assertThat(list.ids(ListQuery.ALL.withText("futter"))).isEmpty();
      assertThat(list.ids(ListQuery.ALL.withText("renam"))).containsExactly(one);
      assertThat(search.loaded()).isFalse();
    }
  }

  @OnBothDatabases
  void aQuestionNobodyWaitsForEnds(TestDatabase test) {
    filled(test);
    Progress gone =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (CustomerSearch search = new CustomerSearch(test.database())) {
      assertThatThrownBy(() -> search.find("marina", 5, gone))
          .isInstanceOf(CancellationException.class);
    }
  }
}
