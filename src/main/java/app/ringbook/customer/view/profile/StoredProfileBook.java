package app.ringbook.customer.view.profile;

import app.ringbook.customer.Contact;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.files.KeptFile;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.customer.profile.Address;
import app.ringbook.customer.profile.Addresses;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The profile screens' work, done in the store. */
public final class StoredProfileBook implements ProfileBook {

  /** What it stands on. */
  public record Services(
      Profiles profiles,
      Departments departments,
      Addresses addresses,
      Needs needs,
      KeptFiles files,
      CustomerCatalogue catalogue,
      ContactCatalogue contacts,
      FieldValues values,
      Ratings ratings,
      Settings settings) {}

  private final Services on;
  private final CustomerBook book;

  /**
   * @param book writes contacts with their numbers
   */
  public StoredProfileBook(Services on, CustomerBook book) {
    this.on = on;
    this.book = book;
  }

  @Override
  public Optional<Known> known(long id) {
    return book.portrait(id)
        .map(
            portrait ->
                new Known(
                    CustomerRecord.of(portrait, on.profiles().of(id)),
                    on.departments().of(id),
                    on.addresses().of(id),
                    on.needs().of(id),
                    on.files().of(id)));
  }

  @Override
  public List<Field<CustomerRecord>> fields() {
    return on.catalogue().fields();
  }

  @Override
  public List<Field<Contact>> contactFields() {
    return on.contacts().fields();
  }

  @Override
  public List<Field.Option> options(Rating rating) {
    return on.ratings().options(rating);
  }

  @Override
  public int careDays() {
    return on.settings().ratings().careDays();
  }

  @Override
  public @Nullable Object read(FieldKind kind, List<String> options, String typed) {
    return on.values().read(kind, options, typed);
  }

  @Override
  public List<String> tags(int limit) {
    return book.choices("tags", Progress.NONE).stream().limit(limit).toList();
  }

  @Override
  public long save(CustomerRecord before, CustomerRecord after) {
    return book.save(before, after);
  }

  @Override
  public long rate(long id, Rating rating, @Nullable String word) {
    return on.profiles().rate(id, rating, word).sequence();
  }

  @Override
  public long setKeyCustomer(long id, boolean key) {
    return on.profiles().setKeyCustomer(id, key).sequence();
  }

  @Override
  public long setLifeCycle(long id, @Nullable LifeCycle life, String reason) {
    return on.profiles().setLifeCycle(id, life, reason).sequence();
  }

  @Override
  public long saveNeed(Need need) {
    return on.needs().save(need).sequence();
  }

  @Override
  public long deleteNeed(Need need) {
    return on.needs().delete(need).sequence();
  }

  @Override
  public long saveAddress(Address address) {
    return on.addresses().save(address).sequence();
  }

  @Override
  public long deleteAddress(Address address) {
    return on.addresses().delete(address).sequence();
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
    return on.files().add(id, source).sequence();
  }

  @Override
  public long removeFile(KeptFile file) {
    return on.files().remove(file).sequence();
  }

  @Override
  public Path toOpen(KeptFile file) {
    return on.files().toOpen(file);
  }

  @Override
  public String keepForField(Path source) {
    return on.files().keepForField(source);
  }

  @Override
  public Path toOpen(String value) {
    return on.files().toOpen(value);
  }

  @Override
  public Subscription changes(Consumer<Set<Long>> changed) {
    return book.changes(changed);
  }
}
