package app.ringbook.testkit;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.merge.Merges;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.customer.twins.Collisions;
import app.ringbook.customer.twins.Taken;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.settings.Settings;
import app.ringbook.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers over a test database, and what finds and merges those that are one and the same. */
public final class TwinsHouse implements AutoCloseable {
  public final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));
  public final TestDatabase test;
  public final Customers customers;
  public final Profiles profiles;
  public final Timeline timeline;
  public final Twins twins;
  public final Collisions collisions;
  public final Taken taken;
  public final Merges merges;
  private final CustomerSearch search;

  /** Over this database; the search is loaded. */
  public TwinsHouse(TestDatabase test) {
    this.test = test;
    customers = new Customers(test.database(), numbers, test.clock());
    profiles = new Profiles(test.database(), test.clock());
    timeline = new Timeline(test.database(), test.clock());
    search = new CustomerSearch(test.database());
    search.load(Progress.NONE);
    twins = new Twins(test.database(), customers, search, test.clock());
    customers.follow(profiles);
    customers.follow(timeline);
    customers.follow(twins);
    collisions = new Collisions(test.database(), customers, twins);
    taken = new Taken(twins, numbers);
    Ratings ratings = new Ratings(new Settings(test.folders().root()));
    merges =
        new Merges(
            test.database(),
            customers,
            profiles,
            new CustomerCatalogue(new CustomFields(test.database()), ratings, test.clock()));
  }

  /** Stores a customer without looking for twins. */
  public long store(String name, String phone, @Nullable String owner) {
    Customer customer = Customer.named(name).owner(owner).build();
    return customers
        .create(
            new NewCustomer(
                customer, List.of(), NewCustomer.of(name, List.of(numbers.parse(phone))).phones()))
        .value();
  }

  /** Stores a customer with a person who has these numbers, without looking for twins. */
  public long storeWith(Customer customer, String person, String... phones) {
    List<NewCustomer.NewPhone> all = new ArrayList<>();
    for (String phone : phones) {
      all.add(new NewCustomer.NewPhone(PhoneKind.MOBILE, all.isEmpty(), numbers.parse(phone)));
    }
    NewContact contact = new NewContact(person, null, null, null, true, false, all);
    return customers.create(new NewCustomer(customer, List.of(contact), List.of())).value();
  }

  @Override
  public void close() {
    search.close();
  }
}
