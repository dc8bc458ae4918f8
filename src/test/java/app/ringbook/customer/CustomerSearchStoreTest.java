package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.customer.CustomerSearch.Kind;
import app.ringbook.customer.CustomerSearch.Range;
import app.ringbook.customer.CustomerSearch.Why;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CustomerSearchStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private long chengyu(Customers customers) {
    NewPhone mobile = new NewPhone(PhoneKind.MOBILE, true, numbers.parse("138 1234-5678"));
    return customers
        .create(
            new NewCustomer(
                Customer.named("澄宇精密机械有限公司")
                    .city("苏州")
                    .email("info@chengyu.example")
                    .note("Likes 50% off\nand tea")
                    .build(),
                List.of(
                    new NewContact(
                        "单薇", "厂长", "Wei.Shan@chengyu.example", null, true, true, List.of(mobile))),
                List.of()))
        .value();
  }

  private static CustomerSearch loaded(TestDatabase test) {
    CustomerSearch search = new CustomerSearch(test.database());
    search.load(Progress.NONE);
    return search;
  }

  private static List<String> titles(List<Hit> hits) {
    return hits.stream().map(Hit::title).toList();
  }

  @OnBothDatabases
  void findsByEveryPartOfACustomer(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    long id = chengyu(customers);
    customers.create(NewCustomer.of("Blauer See Delikatessen", List.of()));
    try (CustomerSearch search = loaded(test)) {
      assertThat(search.find("精密", 10))
          .containsExactly(
              new Hit(
                  Kind.CUSTOMER, id, id, "澄宇精密机械有限公司", "苏州", Why.NAME, List.of(new Range(2, 4))));
      assertThat(search.find("jingmi", 10).getFirst().why()).isEqualTo(Why.PINYIN);
      assertThat(search.find("cyjm", 10).getFirst().why()).isEqualTo(Why.INITIALS);
      assertThat(search.find("info@", 10).getFirst().why()).isEqualTo(Why.EMAIL);
      assertThat(titles(search.find("shanwei", 10))).containsExactly("单薇");
      assertThat(search.find("wei.shan", 10).getFirst().detail()).isEqualTo("澄宇精密机械有限公司");
      assertThat(titles(search.find("SEE bla", 10))).containsExactly("Blauer See Delikatessen");
      assertThat(titles(search.find("bsd", 10))).containsExactly("Blauer See Delikatessen");
      assertThat(search.find("zzz", 10)).isEmpty();
      assertThat(search.find("  ", 10)).isEmpty();
      assertThat(search.customerIds("shanwei", Progress.NONE)).containsExactly(id);
    }
  }

  @OnBothDatabases
  void findsNumbersByAnyDigits(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    chengyu(customers);
    customers.create(
        NewCustomer.of("Alfreds Futterkiste", List.of(numbers.parse("030-0074321", "DE"))));
    try (CustomerSearch search = loaded(test)) {
      Hit last = search.find("5678", 10).getFirst();
      assertThat(last.kind()).isEqualTo(Kind.PHONE);
      assertThat(last.why()).isEqualTo(Why.DIGITS);
      assertThat(last.highlights()).containsExactly(new Range(9, 13));
      for (String text : List.of("030-0074321", "+49 30 0074321", "0300074", "74321", "4930007")) {
        assertThat(search.find(text, 10))
            .as(text)
            .extracting(Hit::detail)
            .containsExactly("Alfreds Futterkiste");
      }
      assertThat(search.find("12 34", 10)).hasSize(1);
    }
  }

  @OnBothDatabases
  void theBestHitsComeFirst(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    for (String name :
        List.of("Sunrise Marina", "Marina", "Marinade Works", "Submarina", "Old Marina")) {
      customers.create(NewCustomer.of(name, List.of()));
    }
    try (CustomerSearch search = loaded(test)) {
      assertThat(titles(search.find("marina", 10)))
          .containsExactly("Marina", "Marinade Works", "Sunrise Marina", "Old Marina", "Submarina");
      assertThat(search.find("marina", 2)).hasSize(2);
    }
  }

  @OnBothDatabases
  void followsChangesAndUndo(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    long id = chengyu(customers);
    try (CustomerSearch search = loaded(test)) {
      assertThat(search.find("精密", 5)).hasSize(1);
      customers.edit(customers.byId(id).orElseThrow().change().name("Renamed").build());
      assertThat(search.find("精密", 5)).isEmpty();
      assertThat(search.find("renamed", 5)).hasSize(1);
      customers.delete(id);
      assertThat(search.find("renamed", 5)).isEmpty();
      assertThat(search.customerIds("5678", Progress.NONE)).isEmpty();
    }
  }

  @OnBothDatabases
  void anOrderThatIsKeptFollowsEveryChange(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    long anna = customers.create(NewCustomer.of("Anna", List.of())).value();
    long berta = customers.create(NewCustomer.of("Berta", List.of())).value();
    try (CustomerSearch search = loaded(test)) {
      CustomerList list = new CustomerList(test.database(), search, TestColumns.of(test));
      assertThat(list.ids(ListQuery.ALL)).containsExactly(anna, berta);
      assertThat(list.ids(ListQuery.ALL.withText("bert"))).containsExactly(berta);
      for (int i = 0; i < 20; i++) {
        String name = i % 2 == 0 ? "Zoe" : "Anna";
        customers.edit(customers.byId(anna).orElseThrow().change().name(name).build());
        long[] wanted = i % 2 == 0 ? new long[] {berta, anna} : new long[] {anna, berta};
        assertThat(list.ids(ListQuery.ALL)).containsExactly(wanted);
      }
      long clara = customers.create(NewCustomer.of("Clara", List.of())).value();
      assertThat(list.ids(ListQuery.ALL)).containsExactly(anna, berta, clara);
      assertThat(list.ids(ListQuery.ALL.sortedBy("name", true)))
          .containsExactly(clara, berta, anna);
    }
  }

  @OnBothDatabases
  void listsComeInTheOrderAskedFor(TestDatabase test) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    Instant now = test.clock().now();
    long chengyu = chengyu(customers);
    test.clock().advance(Duration.ofSeconds(1));
    long bauer = customers.create(NewCustomer.of("bauer", List.of())).value();
    test.clock().advance(Duration.ofSeconds(1));
    long dora = customers.create(NewCustomer.of("Dora", List.of())).value();
    customers.setNextContact(dora, now, "x");
    customers.setNextContact(bauer, now.plus(Duration.ofDays(2)), "y");
    customers.edit(customers.byId(bauer).orElseThrow().change().lastContactAt(now).build());
    try (CustomerSearch search = loaded(test)) {
      CustomerList list = new CustomerList(test.database(), search, TestColumns.of(test));
      ListQuery all = ListQuery.ALL;
      assertThat(list.ids(all)).containsExactly(bauer, chengyu, dora);
      assertThat(list.ids(all.sortedBy("name", true))).containsExactly(dora, chengyu, bauer);
      assertThat(list.ids(all.sortedBy("created", false))).containsExactly(chengyu, bauer, dora);
      assertThat(list.ids(all.sortedBy("nextContact", false)))
          .containsExactly(dora, bauer, chengyu);
      assertThat(list.ids(all.sortedBy("nextContact", true))).containsExactly(bauer, dora, chengyu);
      assertThat(list.ids(all.sortedBy("lastContact", true))).containsExactly(bauer, chengyu, dora);
      assertThat(
              list.ids(
                  all.withFilter(
                      Filter.where("nextContact", new Condition.When(Span.Named.TODAY)))))
          .containsExactly(dora);
      assertThat(list.ids(all.withText("jingmi"))).containsExactly(chengyu);
    }
  }
}
