package app.ringbook.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.Settings;
import app.ringbook.store.Change;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;

class ProfilesStoreTest {
  private final List<ProfileFollower.ProfileChange> told = new ArrayList<>();

  private static final class House {
    final Customers customers;
    final Profiles profiles;

    House(TestDatabase test) {
      PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));
      customers = new Customers(test.database(), numbers, test.clock());
      profiles = new Profiles(test.database(), test.clock());
      customers.follow(profiles);
    }

    long customer(String name) {
      return customers.create(NewCustomer.of(name, List.of())).value();
    }
  }

  @OnBothDatabases
  void aProfileIsOneRowAndOnlyOnceSomethingIsKnown(TestDatabase test) {
    House house = new House(test);
    long id = house.customer("Acme");
    assertThat(house.profiles.of(id)).isEqualTo(Profile.empty(id));
    assertThat(test.count("customer_profile")).isZero();
    CustomValues own = CustomValues.NONE.with("x1", "12\n3").with("x2", "红");
    Profile saved =
        house
            .profiles
            .save(
                Profile.empty(id)
                    .change()
                    .legalName(" Acme Tools Ltd ")
                    .creditCode("9135 0100 m000 100y 43")
                    .needs("A press\nwith a table")
                    .rating(Rating.SIZE, "BIG")
                    .custom(own)
                    .build())
            .value();
    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.legalName()).isEqualTo("Acme Tools Ltd");
    assertThat(saved.creditCode()).isEqualTo("91350100M000100Y43");
    assertThat(house.profiles.of(id)).isEqualTo(saved);
    assertThat(saved.custom()).isEqualTo(own);
    assertThat(house.profiles.of(List.of(id, 99L))).containsOnlyKeys(id);
    assertThat(test.rows("SELECT legal_name_key FROM customer_profile").toString())
        .contains("acmetools");
  }

  @Tag("S1-01")
  @OnBothDatabases
  void theSameCompanyCannotBeSavedWithoutAReason(TestDatabase test) {
    House house = new House(test);
    long first = house.customer("澄宇");
    long second = house.customer("Chengyu");
    house.profiles.edit(first, p -> p.change().legalName("苏州澄宇精密机械有限公司").build());
    house.profiles.edit(first, p -> p.change().creditCode("91350100M000100Y43").build());
    assertThatThrownBy(
            () -> house.profiles.edit(second, p -> p.change().legalName("苏州 澄宇精密机械（有限公司）").build()))
        .isInstanceOfSatisfying(
            SameCompanyException.class, e -> assertThat(e.customerId()).isEqualTo(first));
    assertThatThrownBy(
            () ->
                house.profiles.edit(
                    second, p -> p.change().creditCode("91350100m000100y43").build()))
        .isInstanceOf(SameCompanyException.class);
    assertThat(house.profiles.of(second)).isEqualTo(Profile.empty(second));
    Profile saved =
        house
            .profiles
            .edit(
                second,
                p ->
                    p.change()
                        .legalName("苏州澄宇精密机械有限公司")
                        .differentReason("Spin-off of the same name")
                        .build())
            .value();
    assertThat(saved.differentReason()).isEqualTo("Spin-off of the same name");
    house.profiles.edit(second, p -> p.change().needs("more").build());
    Profile renamed =
        house.profiles.edit(second, p -> p.change().legalName("澄宇仪器有限公司").build()).value();
    assertThat(renamed.differentReason()).isNull();
  }

  @Tag("S1-01")
  @OnBothDatabases
  void anotherCustomersNameCountsAsItsLegalName(TestDatabase test) {
    House house = new House(test);
    long first = house.customer("Castellan Valve Co., Ltd.");
    long second = house.customer("CV");
    assertThatThrownBy(
            () -> house.profiles.edit(second, p -> p.change().legalName("Castellan Valve").build()))
        .isInstanceOf(SameCompanyException.class);
    house.profiles.edit(first, p -> p.change().legalName("Valves of Houston Inc").build());
    house.profiles.edit(second, p -> p.change().legalName("Castellan Valve").build());
    assertThat(house.profiles.of(second).legalName()).isEqualTo("Castellan Valve");
  }

  @Tag("S4-19")
  @OnBothDatabases
  void everyRatingIsToldAndCanBeTakenBack(TestDatabase test) {
    House house = new House(test);
    house.profiles.follow((tx, change) -> told.add(change));
    long id = house.customer("Acme");
    house.profiles.rate(id, Rating.QUALIFICATION, "VALUABLE");
    long second = house.profiles.rate(id, Rating.QUALIFICATION, "UNSURE").sequence();
    assertThat(told)
        .extracting(
            ProfileFollower.ProfileChange::what,
            ProfileFollower.ProfileChange::before,
            ProfileFollower.ProfileChange::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("qualification", null, "VALUABLE"),
            org.assertj.core.groups.Tuple.tuple("qualification", "VALUABLE", "UNSURE"));
    test.database().undo(second);
    assertThat(house.profiles.of(id).qualification()).isEqualTo("VALUABLE");
    Customer customer = house.customers.byId(id).orElseThrow();
    house.customers.edit(customer.change().tier("A").build());
    assertThat(told.getLast().what()).isEqualTo("tier");
    house.profiles.setKeyCustomer(id, true);
    assertThat(
            test.rows(
                "SELECT c.name FROM customer_profile p JOIN customer c ON c.id = p.id WHERE"
                    + " p.key_customer = TRUE"))
        .extracting(row -> row.get("name"))
        .containsExactly("Acme");
    assertThat(told.getLast().after()).isEqualTo("true");
  }

  @Tag("S4-20")
  @OnBothDatabases
  void theLifeCycleFollowsEventsUntilAPersonSaysOtherwise(TestDatabase test) {
    House house = new House(test);
    house.profiles.follow((tx, change) -> told.add(change));
    long id = house.customer("Acme");
    assertThat(sign(test, house, id)).isEqualTo(LifeCycle.SIGNED);
    assertThat(sign(test, house, id)).isEqualTo(LifeCycle.REPEAT);
    assertThat(house.profiles.sweep(Duration.ofDays(365)).value()).isEqualTo(1);
    assertThat(house.profiles.of(id).lifeCycle()).isEqualTo(LifeCycle.LAPSED);
    test.database()
        .write(
            Change.of("customer.change.edited", ""),
            tx -> house.customers.touchIn(tx, id, test.clock().now()));
    house.profiles.sweep(Duration.ofDays(365));
    assertThat(house.profiles.of(id).lifeCycle()).isEqualTo(LifeCycle.REPEAT);
    assertThat(house.profiles.sweep(Duration.ofDays(365)).sequence()).isZero();
    assertThatThrownBy(() -> house.profiles.setLifeCycle(id, LifeCycle.LAPSED, " "))
        .isInstanceOf(ProblemException.class);
    house.profiles.setLifeCycle(id, LifeCycle.LAPSED, "Closed down");
    assertThat(told.getLast().reason()).isEqualTo("Closed down");
    sign(test, house, id);
    assertThat(house.profiles.of(id).lifeCycle()).isEqualTo(LifeCycle.LAPSED);
    assertThat(house.profiles.setLifeCycle(id, null, "").value().lifeCycle())
        .isEqualTo(LifeCycle.REPEAT);
  }

  private static LifeCycle sign(TestDatabase test, House house, long id) {
    return test.database()
        .inTransaction(
            Change.of("customer.change.profile", ""),
            tx -> house.profiles.signedIn(tx, id, test.clock().now()))
        .value()
        .lifeCycle();
  }

  @OnBothDatabases
  void deletingACustomerTakesAllThatHangsOnItAndUndoBringsItBack(TestDatabase test) {
    House house = new House(test);
    long id = house.customer("Acme");
    Departments departments = new Departments(test.database());
    Department buying = departments.add(id, "Buying").value();
    assertThat(departments.add(id, "buying").value()).isEqualTo(buying);
    new Addresses(test.database())
        .save(new Address(0, 0, id, Address.Kind.DELIVERY, null, null, "Ulm", null, null));
    Needs needs = new Needs(test.database());
    needs.save(new Need(0, 0, id, "Press", Need.Importance.MUST, null, false));
    house.profiles.edit(id, p -> p.change().pains("slow").build());
    long person =
        house
            .customers
            .addContact(
                id, new NewCustomer.NewContact("Li", null, null, null, true, false, List.of()))
            .value()
            .id();
    Contact li = house.customers.portrait(id).contacts().getFirst();
    house.customers.editContact(
        li.withDepartment(buying.id())
            .withBirthday(LocalDate.of(1980, 5, 4))
            .withCustom("\nx1=1\n"));
    Contact stored = house.customers.portrait(id).contacts().getFirst();
    assertThat(stored.id()).isEqualTo(person);
    assertThat(stored.birthday()).isEqualTo(LocalDate.of(1980, 5, 4));
    assertThat(stored.departmentId()).isEqualTo(buying.id());
    assertThat(stored.custom()).isEqualTo("\nx1=1\n");
    assertThat(needs.unmetByProduct()).containsExactly(new Needs.Unmet("Press", 1, 1));
    long deleted = house.customers.delete(id).sequence();
    for (CustomerChildren.Child child : CustomerChildren.ALL) {
      assertThat(test.count(child.table())).as(child.table()).isZero();
    }
    test.database().undo(deleted);
    assertThat(house.customers.portrait(id).contacts())
        .containsExactly(withVersionOf(stored, house, id));
    assertThat(needs.of(id)).hasSize(1);
    assertThat(house.profiles.of(id).pains()).isEqualTo("slow");
    departments.delete(departments.of(id).getFirst());
    assertThat(house.customers.portrait(id).contacts().getFirst().departmentId()).isNull();
  }

  private static Contact withVersionOf(Contact contact, House house, long id) {
    Contact now = house.customers.portrait(id).contacts().getFirst();
    assertThat(now.departmentId()).isEqualTo(contact.departmentId());
    return now;
  }

  @OnBothDatabases
  void everyTableThatNamesACustomerIsListed(TestDatabase test) {
    Set<String> named = new TreeSet<>();
    for (CustomerChildren.Child child : CustomerChildren.ALL) {
      named.add(child.table() + "." + child.column());
    }
    Set<String> found = new TreeSet<>();
    test.rows(
            "SELECT LOWER(table_name) AS t, LOWER(column_name) AS c FROM information_schema.columns"
                + " WHERE LOWER(column_name) = 'customer_id' OR (LOWER(table_name) ="
                + " 'different_customer' AND LOWER(column_name) = 'other_id')")
        .forEach(row -> found.add(row.get("t") + "." + row.get("c")));
    found.addAll(List.of("customer_profile.id", "pool_warning.id"));
    assertThat(named).isEqualTo(found);
  }

  @Tag("S1-24")
  @OnBothDatabases
  void theCatalogueReadsAndWrites(TestDatabase test) {
    House house = new House(test);
    CustomFields fields = new CustomFields(test.database());
    CustomField amount =
        fields.add(FieldObject.CUSTOMER, FieldKind.NUMBER, "Machines", List.of(), null).value();
    CustomField text =
        fields.add(FieldObject.CUSTOMER, FieldKind.TEXT, "Line", List.of(), null).value();
    fields.add(
        FieldObject.CUSTOMER, FieldKind.FORMULA, "Twice", List.of(), "[" + amount.key() + "] * 2");
    CustomerCatalogue catalogue =
        new CustomerCatalogue(
            fields, new Ratings(new Settings(test.folders().settings())), test.clock());
    long id = house.customer("Acme");
    CustomerRecord record = CustomerRecord.of(house.customers.portrait(id), house.profiles.of(id));
    record = field(catalogue, amount.key()).with(record, new BigDecimal("12"));
    record = field(catalogue, text.key()).with(record, "a\\b\nc");
    record = field(catalogue, "tags").with(record, List.of("one", "two"));
    record = field(catalogue, "size").with(record, "BIG");
    house.customers.edit(record.customer());
    house.profiles.save(record.profile());
    CustomerRecord read = CustomerRecord.of(house.customers.portrait(id), house.profiles.of(id));
    assertThat(field(catalogue, amount.key()).value(read)).isEqualTo(new BigDecimal("12"));
    assertThat(field(catalogue, text.key()).value(read)).isEqualTo("a\\b\nc");
    assertThat(field(catalogue, "tags").value(read)).isEqualTo(List.of("one", "two"));
    Field<CustomerRecord> twice = catalogue.fields().getLast();
    assertThat(catalogue.result(twice, read).value()).isEqualTo(new BigDecimal("24"));
    fields.setArchived(amount, true);
    assertThat(catalogue.byKey(amount.key())).isEmpty();
    assertThat(catalogue.result(catalogue.fields().getLast(), read).problem()).isNotNull();
  }

  @Tag("S1-24")
  @OnBothDatabases
  void everyColumnOfTheCatalogueIsInTheSchema(TestDatabase test) {
    CustomFields fields = new CustomFields(test.database());
    fields.add(FieldObject.CONTACT, FieldKind.DATE, "Joined", List.of(), null);
    List<Field.Column> columns = new ArrayList<>();
    new CustomerCatalogue(
            fields, new Ratings(new Settings(test.folders().settings())), test.clock())
        .fields()
        .forEach(f -> add(columns, f.column()));
    new ContactCatalogue(fields, test.clock()).fields().forEach(f -> add(columns, f.column()));
    assertThat(columns).hasSizeGreaterThan(30);
    for (Field.Column column : columns) {
      assertThat(test.rows("SELECT " + column.name() + " FROM " + column.table())).isEmpty();
    }
  }

  private static void add(
      List<Field.Column> columns, Field.@org.jspecify.annotations.Nullable Column column) {
    if (column != null) {
      columns.add(column);
    }
  }

  private static Field<CustomerRecord> field(CustomerCatalogue catalogue, String key) {
    return catalogue.byKey(key).orElseThrow();
  }
}
