package app.ringbook.app;

import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Addresses;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.AppClock;
import app.ringbook.settings.Settings;
import app.ringbook.store.Database;
import java.util.Currency;
import java.util.Locale;

/**
 * What stands around customers: fields of the users' own, profiles, and the catalogue of all
 * fields.
 */
public record CustomerRooms(
    CustomFields fields,
    FieldValues values,
    Ratings ratings,
    Profiles profiles,
    Departments departments,
    Addresses addresses,
    Needs needs,
    CustomerCatalogue catalogue,
    ContactCatalogue contacts) {

  static CustomerRooms build(
      Database database, Customers customers, Settings settings, AppClock clock) {
    CustomFields fields = new CustomFields(database);
    Ratings ratings = new Ratings(settings);
    Profiles profiles = new Profiles(database, clock);
    customers.follow(profiles);
    return new CustomerRooms(
        fields,
        new FieldValues(() -> currency(settings)),
        ratings,
        profiles,
        new Departments(database),
        new Addresses(database),
        new Needs(database),
        new CustomerCatalogue(fields, ratings, clock),
        new ContactCatalogue(fields, clock));
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
