package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.StaleRowException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;

class CustomersStoreTest {
  private static final Instant LATER = Instant.parse("2027-03-01T08:30:00Z");
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private Customers customers(TestDatabase test) {
    return new Customers(test.database(), numbers, test.clock());
  }

  private NewCustomer chengyu() {
    NewCustomer.NewPhone mobile =
        new NewCustomer.NewPhone(PhoneKind.MOBILE, true, numbers.parse("138 1234 5678"));
    NewCustomer.NewPhone desk =
        new NewCustomer.NewPhone(PhoneKind.OFFICE, false, numbers.parse("64321234"));
    return new NewCustomer(
        Customer.named(" 澄宇精密机械有限公司 ").city("苏州").tags("精密, 老客户").doNotCall(true).build(),
        List.of(
            new NewCustomer.NewContact("王强", "采购", null, null, false, false, List.of()),
            new NewCustomer.NewContact("单薇", "厂长", "w@x.cn", "忙", true, true, List.of(mobile))),
        List.of(desk));
  }

  @OnBothDatabases
  void whatIsStoredIsReadBack(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    Portrait portrait = customers.portrait(id);
    assertThat(portrait.customer().name()).isEqualTo("澄宇精密机械有限公司");
    assertThat(portrait.customer().tagList()).containsExactly("精密", "老客户");
    assertThat(portrait.customer().doNotCall()).isTrue();
    assertThat(portrait.customer().createdAt()).isEqualTo(test.clock().now());
    assertThat(portrait.contacts()).extracting(Contact::name).containsExactly("单薇", "王强");
    assertThat(portrait.mainPhone().orElseThrow().number())
        .isEqualTo(new PhoneNumber("138 1234 5678", "+8613812345678", "13812345678", "CN", null));
    assertThat(portrait.phonesOf(null)).hasSize(1);
    assertThat(customers.count()).isEqualTo(1);
    assertThat(test.rows("SELECT search_key FROM contact WHERE name = '单薇'").toString())
        .contains("shanwei");
    assertThat(test.rows("SELECT suffix8 FROM phone WHERE main = true").toString())
        .contains("12345678");
  }

  @OnBothDatabases
  void aNumberAloneMakesACustomer(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(NewCustomer.of("", List.of(numbers.parse("13812345678")))).value();
    assertThat(customers.byId(id).orElseThrow().name()).isEqualTo("13812345678");
    assertThatThrownBy(() -> customers.create(NewCustomer.of(" ", List.of())))
        .isInstanceOf(ProblemException.class);
    assertThat(customers.count()).isEqualTo(1);
  }

  @OnBothDatabases
  void aStaleEditIsRefused(TestDatabase test) {
    Customers customers = customers(test);
    Customer read = customers.byId(customers.create(chengyu()).value()).orElseThrow();
    customers.edit(read.change().city("上海").build());
    assertThatThrownBy(() -> customers.edit(read.change().city("北京").build()))
        .isInstanceOf(StaleRowException.class);
    assertThat(customers.byId(read.id()).orElseThrow().city()).isEqualTo("上海");
  }

  @OnBothDatabases
  void phonesBecomeWhatIsAskedFor(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    List<Phone> before = customers.portrait(id).phones();
    Phone changed = before.getFirst().withNumber(numbers.parse("13900000000"));
    Phone added = Phone.fresh(null, PhoneKind.OFFICE, false, numbers.parse("街边"));
    List<Phone> after = customers.setPhones(id, List.of(changed, added)).value();
    assertThat(after).extracting(p -> p.number().raw()).containsExactly("13900000000", "街边");
    assertThat(after.getLast().number().dialable()).isFalse();
    assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
  }

  @OnBothDatabases
  void onlyOneContactIsTheMainOne(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    Contact wang = customers.portrait(id).contacts().getLast();
    customers.editContact(wang.withMain(true));
    customers.addContact(
        id, new NewCustomer.NewContact("Neu", null, null, null, true, false, List.of()));
    assertThat(customers.portrait(id).contacts().stream().filter(Contact::main))
        .extracting(Contact::name)
        .containsExactly("Neu");
  }

  @OnBothDatabases
  void theLastContactNeverMovesBack(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    test.database()
        .inTransaction(
            app.ringbook.store.Change.of("customer.change.edited", "x"),
            tx -> {
              customers.touchIn(tx, id, LATER);
              customers.touchIn(tx, id, LATER.minusSeconds(60));
              return customers.setNextContactIn(tx, id, LATER, "报价");
            });
    Customer now = customers.byId(id).orElseThrow();
    assertThat(now.lastContactAt()).isEqualTo(LATER);
    assertThat(now.nextContactAt()).isEqualTo(LATER);
    assertThat(now.nextContactNote()).isEqualTo("报价");
    assertThat(customers.setNextContact(id, null, null).value().nextContactAt()).isNull();
  }

  @OnBothDatabases
  void twinsAreFoundByNumberAndByName(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    customers.create(NewCustomer.of("澄宇精密科技", List.of()));
    assertThat(customers.likelyTwins("澄宇精密机械", List.of()))
        .containsExactly(new LikelyTwins.Twin(id, "澄宇精密机械有限公司", LikelyTwins.Reason.NAME));
    assertThat(customers.likelyTwins("别的", List.of(numbers.parse("+86 138 1234 5678"))))
        .extracting(LikelyTwins.Twin::why)
        .containsExactly(LikelyTwins.Reason.PHONE);
    assertThat(customers.likelyTwins("别的", List.of(numbers.parse("13912345678")))).isEmpty();
  }
}
