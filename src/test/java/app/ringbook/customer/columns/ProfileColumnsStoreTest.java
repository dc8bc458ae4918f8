package app.ringbook.customer.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.Money;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Rating;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TestFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Fields of profiles and of users in lists, those computed by a formula included. */
class ProfileColumnsStoreTest {
  private static final PhoneNumbers NUMBERS =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "030", ""));

  @OnBothDatabases
  @Tag("S4-19")
  void listsFilterAndSortByRatingsInTheOrderOfTheirWords(TestDatabase test) {
    try (House house = new House(test)) {
      long big = house.customer("A", p -> p.rating(Rating.SIZE, "BIG").build());
      long small = house.customer("B", p -> p.rating(Rating.SIZE, "SMALL").build());
      long normal = house.customer("C", p -> p.rating(Rating.SIZE, "NORMAL").build());
      long none = house.customer("D", null);
      assertThat(house.ids(Filter.everyone(), "size", false))
          .containsExactly(big, normal, small, none);
      assertThat(house.ids(where("size", new Condition.OneOf(List.of("big"))), "name", false))
          .containsExactly(big);
      house.profiles.rate(none, Rating.SIZE, "BIG");
      long undone = house.profiles.rate(big, Rating.SIZE, null).sequence();
      assertThat(house.ids(where("size", new Condition.OneOf(List.of("BIG"))), "name", false))
          .containsExactly(none);
      test.database().undo(undone);
      assertThat(house.ids(Filter.everyone(), "size", false))
          .containsExactly(big, none, normal, small);
    }
  }

  @OnBothDatabases
  void groupsKeepTheListsOrderAndCountTheirCustomers(TestDatabase test) {
    try (House house = new House(test)) {
      long zoe = house.customer("Zoe", p -> p.rating(Rating.SIZE, "BIG").build());
      long none = house.customer("Mia", null);
      long small = house.customer("Bob", p -> p.rating(Rating.SIZE, "SMALL").build());
      long ann = house.customer("Ann", p -> p.rating(Rating.SIZE, "BIG").build());
      Grouping grouping =
          house.store.grouped(
              new ColumnStore.Question(Filter.everyone(), "name", false, null),
              "size",
              Progress.NONE);
      assertThat(grouping.ids()).containsExactly(ann, zoe, small, none);
      assertThat(grouping.groups())
          .containsExactly(
              new Grouping.Group("BIG", 0, 2),
              new Grouping.Group("SMALL", 2, 1),
              new Grouping.Group(null, 3, 1));
    }
  }

  @OnBothDatabases
  @Tag("S4-20")
  void whoHasNoProfileIsPotentialAndNoKeyCustomer(TestDatabase test) {
    try (House house = new House(test)) {
      long known = house.customer("A", p -> p.keyCustomer(true).build());
      long bare = house.customer("B", null);
      Filter potential = where("lifeCycle", new Condition.OneOf(List.of("POTENTIAL")));
      assertThat(house.ids(potential, "name", false)).containsExactly(known, bare);
      assertThat(house.ids(where("keyCustomer", new Condition.Flag(false)), "name", false))
          .containsExactly(bare);
      long deleted = house.customers.delete(known).sequence();
      assertThat(house.ids(where("keyCustomer", new Condition.Flag(true)), "name", false))
          .isEmpty();
      test.database().undo(deleted);
      assertThat(house.ids(where("keyCustomer", new Condition.Flag(true)), "name", false))
          .containsExactly(known);
    }
  }

  @OnBothDatabases
  @Tag("S1-24")
  void listsFilterAndSortByFieldsOfEveryKind(TestDatabase test) {
    try (House house = new House(test)) {
      CustomField text = house.field(FieldKind.TEXT, List.of(), null);
      CustomField number = house.field(FieldKind.NUMBER, List.of(), null);
      CustomField money = house.field(FieldKind.MONEY, List.of(), null);
      CustomField date = house.field(FieldKind.DATE, List.of(), null);
      CustomField one = house.field(FieldKind.LIST, List.of("Hot", "Cold"), null);
      CustomField many = house.field(FieldKind.MULTI_LIST, List.of("a, b", "c"), null);
      CustomField twice = house.field(FieldKind.FORMULA, List.of(), "[" + number.key() + "] * 2");
      long full =
          house.customer(
              "Full",
              p ->
                  p.custom(
                          p.build()
                              .custom()
                              .with(text, "first\nsecond")
                              .with(number, new BigDecimal("12.5"))
                              .with(money, new Money(new BigDecimal("1200"), "CNY"))
                              .with(date, LocalDate.of(2027, 3, 1))
                              .with(one, "Hot")
                              .with(many, List.of("a, b", "c")))
                      .build());
      long less =
          house.customer(
              "Less",
              p ->
                  p.custom(p.build().custom().with(number, BigDecimal.ONE).with(one, "Cold"))
                      .build());
      long bare = house.customer("Bare", null);
      assertThat(house.met(text, new Condition.Text(Condition.Way.CONTAINS, "SECOND")))
          .containsExactly(full);
      assertThat(house.met(number, new Condition.Compared(Condition.Order.ABOVE, BigDecimal.TEN)))
          .containsExactly(full);
      assertThat(
              house.met(
                  money, new Condition.Compared(Condition.Order.AT_LEAST, new BigDecimal("1200"))))
          .containsExactly(full);
      LocalDate day = LocalDate.of(2027, 3, 1);
      assertThat(house.met(date, new Condition.When(new Span.Days(day, day))))
          .containsExactly(full);
      assertThat(house.met(many, new Condition.OneOf(List.of("a, b")))).containsExactly(full);
      assertThat(house.met(many, new Condition.OneOf(List.of("a")))).isEmpty();
      assertThat(house.met(twice, new Condition.Compared(Condition.Order.IS, BigDecimal.TWO)))
          .containsExactly(less);
      assertThat(house.ids(Filter.everyone(), twice.key(), true)).containsExactly(full, less, bare);
      assertThat(house.ids(Filter.everyone(), one.key(), false)).containsExactly(full, less, bare);
      house.profiles.edit(
          bare, p -> p.change().custom(p.custom().with(number, new BigDecimal("100"))).build());
      assertThat(house.ids(Filter.everyone(), twice.key(), true)).containsExactly(bare, full, less);
      house.fields.redefine(twice, twice.label(), List.of(), "0 - [" + number.key() + "]");
      assertThat(house.ids(Filter.everyone(), twice.key(), true)).containsExactly(less, full, bare);
      assertThat(house.store.choices(many.key(), 9, Progress.NONE))
          .extracting(ColumnStore.Choice::value)
          .containsExactly("a, b", "c");
    }
  }

  @OnBothDatabases
  void aFormulaWithTodayIsComputedAnewTheNextDay(TestDatabase test) {
    try (House house = new House(test)) {
      CustomField date = house.field(FieldKind.DATE, List.of(), null);
      CustomField past =
          house.field(
              FieldKind.FORMULA, List.of(), "IF([" + date.key() + "] < TODAY, \"past\", \"open\")");
      LocalDate today = test.clock().today();
      long id = house.customer("A", p -> p.custom(p.build().custom().with(date, today)).build());
      Condition gone = new Condition.OneOf(List.of("past"));
      assertThat(house.met(past, gone)).isEmpty();
      test.clock().advance(Duration.ofDays(1));
      assertThat(house.met(past, gone)).containsExactly(id);
    }
  }

  private static Filter where(String field, Condition condition) {
    return Filter.where(field, condition);
  }

  private static final class House implements AutoCloseable {
    private final Customers customers;
    private final Profiles profiles;
    private final CustomFields fields;
    private final ColumnStore store;
    private int named;

    House(TestDatabase test) {
      customers = new Customers(test.database(), NUMBERS, test.clock());
      profiles = new Profiles(test.database(), test.clock());
      customers.follow(profiles);
      fields = new CustomFields(test.database());
      CustomerCatalogue catalogue = new CustomerCatalogue(fields, TestFields.RATINGS, test.clock());
      store = new ColumnStore(test.database(), test.clock(), () -> CatalogueColumns.of(catalogue));
    }

    CustomField field(FieldKind kind, List<String> options, @Nullable String formula) {
      return fields.add(FieldObject.CUSTOMER, kind, "F" + named++, options, formula).value();
    }

    long customer(String name, @Nullable ProfileEdit edit) {
      NewCustomer fresh = new NewCustomer(Customer.named(name).build(), List.of(), List.of());
      long id = customers.create(fresh).value();
      if (edit != null) {
        profiles.edit(id, p -> edit.apply(p.change()));
      }
      return id;
    }

    List<Long> met(CustomField field, Condition condition) {
      return ids(where(field.key(), condition), "name", false);
    }

    List<Long> ids(Filter filter, String sort, boolean down) {
      long[] ids = store.ids(new ColumnStore.Question(filter, sort, down, null), Progress.NONE);
      return Arrays.stream(ids).boxed().toList();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  /** Makes a profile of one that is being changed. */
  private interface ProfileEdit {
    Profile apply(Profile.Builder change);
  }
}
