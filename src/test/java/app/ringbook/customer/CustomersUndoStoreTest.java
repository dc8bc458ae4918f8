package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class CustomersUndoStoreTest {
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
  void anEditIsUndone(TestDatabase test) {
    Customers customers = customers(test);
    List<Set<Long>> told = new ArrayList<>();
    long id = customers.create(chengyu()).value();
    customers.changes().add(told::add);
    Customer before = customers.byId(id).orElseThrow();
    var done = customers.edit(before.change().name("新名字").note("a\u0000b").build());
    assertThat(done.value().version()).isEqualTo(2);
    assertThat(done.value().note()).isEqualTo("ab");
    assertThat(told).containsExactly(Set.of(id));
    test.database().undo(done.sequence());
    assertThat(customers.byId(id).orElseThrow().name()).isEqualTo(before.name());
  }

  @OnBothDatabases
  void aDeletedContactLeavesTheNumbers(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    var done = customers.deleteContact(customers.portrait(id).contacts().getFirst());
    assertThat(customers.portrait(id).phones()).hasSize(2).allMatch(p -> p.contactId() == null);
    test.database().undo(done.sequence());
    assertThat(customers.portrait(id).contacts()).hasSize(2);
    assertThat(customers.portrait(id).phones()).anyMatch(p -> p.contactId() != null);
  }

  @OnBothDatabases
  void aDeletedCustomerComesBackByUndo(TestDatabase test) {
    Customers customers = customers(test);
    long id = customers.create(chengyu()).value();
    Portrait before = customers.portrait(id);
    var done = customers.delete(id);
    assertThat(customers.byId(id)).isEmpty();
    assertThatThrownBy(() -> customers.portrait(id)).isInstanceOf(ProblemException.class);
    test.database().undo(done.sequence());
    assertThat(customers.portrait(id).phones())
        .extracting(Phone::number)
        .isEqualTo(before.phones().stream().map(Phone::number).toList());
  }
}
