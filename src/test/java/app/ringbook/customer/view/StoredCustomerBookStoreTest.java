package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TestFields;
import java.time.Instant;
import java.util.List;

class StoredCustomerBookStoreTest {
  private static final Instant LATER = Instant.parse("2027-03-01T08:30:00Z");

  @OnBothDatabases
  void aQuickCustomerHasItsContactAndNumber(TestDatabase test) {
    StoredCustomerBook book = book(test);
    long id = book.create("Halden Marine", "030-0074321", "Maya Okafor", "").id();

    Portrait portrait = book.portrait(id).orElseThrow();
    assertThat(portrait.mainContact().orElseThrow().name()).isEqualTo("Maya Okafor");
    assertThat(portrait.mainPhone().orElseThrow().number().raw()).isEqualTo("030-0074321", "");
    assertThat(portrait.mainPhone().orElseThrow().contactId())
        .isEqualTo(portrait.mainContact().orElseThrow().id());
    assertThat(book.lines(List.of(id)).getFirst().mainPhone().orElseThrow().number().raw())
        .isEqualTo("030-0074321");
    assertThat(book.twins("", "030 0074321")).hasSize(1);
  }

  @OnBothDatabases
  void theMainNumberIsReplacedTakenAwayAndUndone(TestDatabase test) {
    StoredCustomerBook book = book(test);
    long id = book.create("Halden Marine", "030-0074321", "Maya", "").id();
    long changed = book.setMainPhone(id, "030-0074399");
    assertThat(mainPhone(book, id)).isEqualTo("030-0074399");
    book.undo(changed);
    assertThat(mainPhone(book, id)).isEqualTo("030-0074321");
    book.setMainPhone(id, "");
    assertThat(book.portrait(id).orElseThrow().phones()).isEmpty();
    book.setMainPhone(id, "030-1");
    assertThat(mainPhone(book, id)).isEqualTo("030-1");
    assertThatThrownBy(() -> book.setMainPhone(id, "ask Maya"))
        .isInstanceOf(ProblemException.class);
  }

  @OnBothDatabases
  void aContactAndItsNumberAreSavedInOneStep(TestDatabase test) {
    StoredCustomerBook book = book(test);
    long id = book.create("Halden Marine", "", "Maya", "").id();
    Contact maya = book.portrait(id).orElseThrow().mainContact().orElseThrow();
    long changed = book.saveContact(maya.withRole("Buyer"), "030-0074321", "");
    Portrait portrait = book.portrait(id).orElseThrow();
    assertThat(portrait.mainContact().orElseThrow().role()).isEqualTo("Buyer");
    assertThat(portrait.phonesOf(maya.id())).hasSize(1);

    book.undo(changed);

    portrait = book.portrait(id).orElseThrow();
    assertThat(portrait.mainContact().orElseThrow().role()).isNull();
    assertThat(portrait.phones()).isEmpty();
  }

  @OnBothDatabases
  void anUndoneDeletionBringsEverythingBack(TestDatabase test) {
    StoredCustomerBook book = book(test);
    long id = book.create("Halden Marine", "030-0074321", "Maya", "").id();
    book.setNextContact(id, LATER, "Agree terms");
    long deleted = book.delete(id);
    assertThat(book.portrait(id)).isEmpty();

    book.undo(deleted);

    assertThat(book.portrait(id).orElseThrow().customer().nextContactAt()).isEqualTo(LATER);
    assertThat(mainPhone(book, id)).isEqualTo("030-0074321");
  }

  private static String mainPhone(CustomerBook book, long id) {
    return book.portrait(id).orElseThrow().mainPhone().orElseThrow().number().raw();
  }

  private static StoredCustomerBook book(TestDatabase test) {
    PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "030", ""));
    Customers customers = new Customers(test.database(), numbers, test.clock());
    CustomerSearch search = new CustomerSearch(test.database());
    CustomerList list = new CustomerList(test.database(), search, TestColumns.of(test));
    return new StoredCustomerBook(
        test.database(),
        customers,
        new Twins(test.database(), customers, search, test.clock()),
        list,
        numbers,
        new StoredCustomerBook.Fields(
            TestFields.catalogue(test.clock()),
            new FieldValues(() -> "EUR"),
            new Profiles(test.database(), test.clock())));
  }
}
