package app.ringbook.app;

import app.ringbook.app.sheets.SheetRooms;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.files.FileFolder;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.customer.history.CustomerHistory;
import app.ringbook.customer.merge.Merges;
import app.ringbook.customer.pool.Pool;
import app.ringbook.customer.profile.Addresses;
import app.ringbook.customer.profile.Care;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.customer.twins.Collisions;
import app.ringbook.customer.twins.Restoring;
import app.ringbook.customer.twins.Taken;
import app.ringbook.customer.twins.Twins;
import app.ringbook.customer.view.profile.FieldDefinitionSheet;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.store.Database;
import app.ringbook.store.trash.Trash;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What stands around customers: fields of the users' own, profiles, the catalogue of all fields,
 * and what finds customers that are one and the same.
 */
public record CustomerRooms(
    CustomFields fields,
    FieldValues values,
    Supplier<String> currency,
    Ratings ratings,
    Profiles profiles,
    Departments departments,
    Addresses addresses,
    Needs needs,
    KeptFiles files,
    CustomerCatalogue catalogue,
    ContactCatalogue contacts,
    Twins twins,
    Collisions collisions,
    Taken taken,
    Merges merges,
    Trash trash,
    Restoring restoring,
    CustomerHistory history,
    Pool pool,
    Care care) {

  static CustomerRooms build(
      Database database,
      Customers customers,
      CustomerSearch search,
      PhoneNumbers numbers,
      Settings settings,
      AppFolders folders,
      AppClock clock) {
    CustomFields fields = new CustomFields(database);
    Supplier<String> currency = () -> currency(settings);
    Ratings ratings = new Ratings(settings);
    Profiles profiles = new Profiles(database, clock);
    customers.follow(profiles);
    CustomerCatalogue catalogue = new CustomerCatalogue(fields, ratings, clock);
    Twins twins = new Twins(database, customers, search, clock);
    customers.follow(twins);
    Pool pool = new Pool(database, customers, settings::pool, clock);
    customers.follow(pool);
    ContactCatalogue contacts = new ContactCatalogue(fields, clock);
    Trash trash = new Trash(database, clock);
    return new CustomerRooms(
        fields,
        new FieldValues(currency),
        currency,
        ratings,
        profiles,
        new Departments(database),
        new Addresses(database),
        new Needs(database),
        new KeptFiles(
            database, new FileFolder(folders.files(), folders.root().resolve("opened")), clock),
        catalogue,
        contacts,
        twins,
        new Collisions(database, customers, twins),
        new Taken(twins, numbers),
        new Merges(database, customers, profiles, catalogue),
        trash,
        new Restoring(trash, customers, profiles, twins),
        new CustomerHistory(database, customers, profiles, catalogue, contacts),
        pool,
        new Care(database, settings::ratings, clock));
  }

  /** The fields lists filter and sort by, as they are now. */
  List<ColumnField> columns() {
    return CatalogueColumns.of(catalogue);
  }

  /** What sheets write of customers. */
  SheetRooms.Facts forSheets() {
    return new SheetRooms.Facts(profiles, twins, departments, catalogue, contacts, currency);
  }

  /** The fields a formula can read, by the names people see. */
  FieldDefinitionSheet.Names names(Supplier<Texts> texts) {
    return new FieldDefinitionSheet.Names() {
      @Override
      public Optional<String> key(FieldObject object, String name) {
        return readable(object)
            .filter(f -> f.label(texts.get()).equalsIgnoreCase(name))
            .map(Field::key)
            .findFirst();
      }

      @Override
      public Optional<String> name(FieldObject object, String key) {
        return readable(object)
            .filter(f -> f.key().equals(key))
            .map(f -> f.label(texts.get()))
            .findFirst();
      }
    };
  }

  private Stream<? extends Field<?>> readable(FieldObject object) {
    Stream<? extends Field<?>> all =
        switch (object) {
          case CUSTOMER -> catalogue.fields().stream();
          case CONTACT -> contacts.fields().stream();
          default -> Stream.of();
        };
    return all.filter(f -> f.kind() != FieldKind.FORMULA);
  }

  /** The currency of the country the phones are in. */
  private static String currency(Settings settings) {
    try {
      Currency here = Currency.getInstance(Locale.of("", settings.phone().region()));
      return here == null ? "USD" : here.getCurrencyCode();
    } catch (IllegalArgumentException e) {
      // No region chosen yet, or none that has a currency.
      return "USD";
    }
  }
}
