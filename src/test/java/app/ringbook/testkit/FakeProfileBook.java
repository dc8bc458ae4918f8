package app.ringbook.testkit;

import app.ringbook.customer.Contact;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.files.KeptFile;
import app.ringbook.customer.profile.Address;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.customer.view.profile.ProfileBook;
import app.ringbook.platform.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Profiles in memory over the customers of another book, without fields of the user's own. Needs,
 * addresses and files are the business of tests on a database.
 */
public final class FakeProfileBook implements ProfileBook {
  private final Map<Long, Profile> profiles = new ConcurrentHashMap<>();
  private final CustomerBook book;
  private final Ratings ratings = TestFields.RATINGS;
  private final CustomerCatalogue catalogue;
  private final ContactCatalogue contacts;
  private final FieldValues values = new FieldValues(() -> "CNY");

  /** Over these customers. */
  public FakeProfileBook(CustomerBook book, FakeClock clock) {
    this.book = book;
    this.catalogue = new CustomerCatalogue(TestFields.NONE, ratings, clock);
    this.contacts = new ContactCatalogue(TestFields.NONE, clock);
  }

  @Override
  public Optional<Known> known(long id) {
    return book.portrait(id)
        .map(
            p ->
                new Known(
                    CustomerRecord.of(p, profiles.getOrDefault(id, Profile.empty(id))),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
  }

  @Override
  public List<Field<CustomerRecord>> fields() {
    return catalogue.fields();
  }

  @Override
  public List<Field<Contact>> contactFields() {
    return contacts.fields();
  }

  @Override
  public List<Field.Option> options(Rating rating) {
    return ratings.options(rating);
  }

  @Override
  public int careDays() {
    return 7;
  }

  @Override
  public @Nullable Object read(FieldKind kind, List<String> options, String typed) {
    return values.read(kind, options, typed);
  }

  @Override
  public List<String> tags(int limit) {
    return List.of();
  }

  @Override
  public long save(CustomerRecord before, CustomerRecord after) {
    profiles.put(after.customer().id(), after.profile());
    return book.save(before, after);
  }

  @Override
  public long rate(long id, Rating rating, @Nullable String word) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long setKeyCustomer(long id, boolean key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long setLifeCycle(long id, @Nullable LifeCycle life, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long saveNeed(Need need) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long deleteNeed(Need need) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long saveAddress(Address address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long deleteAddress(Address address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long saveContact(Contact contact, String number, String department) {
    return book.saveContact(contact, number, department);
  }

  @Override
  public long deleteContact(Contact contact) {
    return book.deleteContact(contact);
  }

  @Override
  public long addFile(long id, Path source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long removeFile(KeptFile file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path toOpen(KeptFile file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String keepForField(Path source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path toOpen(String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription changes(Consumer<Set<Long>> changed) {
    return book.changes(changed);
  }
}
