package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers, one a row: with the columns of a view, or with everything there is. */
public final class CustomerExport {
  /** Customers read in one go. */
  static final int SLICE = 500;

  /** The number a list shows; the other three phone columns have one kind each. */
  private static final String MAIN = "mainPhone";

  private static final Set<PhoneKind> OFFICE = Set.of(PhoneKind.OFFICE, PhoneKind.OTHER);
  private static final Set<PhoneKind> MOBILE = Set.of(PhoneKind.MOBILE);
  private static final Set<PhoneKind> FAX = Set.of(PhoneKind.FAX);
  private final CustomerList list;
  private final Profiles profiles;
  private final CustomerCatalogue catalogue;
  private final PhoneText phones;
  private final Kinds kinds;

  /** Reads through these doors. */
  public CustomerExport(
      CustomerList list,
      Profiles profiles,
      CustomerCatalogue catalogue,
      PhoneNumbers numbers,
      Kinds kinds) {
    this.list = list;
    this.profiles = profiles;
    this.catalogue = catalogue;
    this.phones = new PhoneText(numbers);
    this.kinds = kinds;
  }

  /**
   * Which customers are meant, in which order.
   *
   * @param query the list they stand in
   * @param only keys of those that were chosen one by one, in their order; null for the whole list
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  public record Chosen(ListQuery query, long @Nullable [] only) {
    /** Every customer, by name. */
    public static final Chosen ALL = new Chosen(ListQuery.ALL, null);
  }

  /**
   * The customers with these columns.
   *
   * @param fields keys of the list's columns, from the left; empty for everything there is
   * @throws ProblemException if there is no such field
   */
  public ExportSource<CustomerRecord> of(Chosen chosen, List<String> fields, Texts texts) {
    Map<String, ExportColumn<CustomerRecord>> all = columns(texts);
    List<ExportColumn<CustomerRecord>> columns = new ArrayList<>();
    if (fields.isEmpty()) {
      columns.addAll(all.values());
      columns.remove(all.get(MAIN));
    }
    for (String field : fields) {
      String key = field.equals(CustomerFields.PHONE.key()) ? MAIN : field;
      ExportColumn<CustomerRecord> column = all.get(key);
      if (column == null) {
        throw new ProblemException("spreadsheet.export.problem.column", field);
      }
      columns.add(column);
    }
    boolean country = columns.contains(all.get(CustomerFields.COUNTRY.key()));
    return new ExportSource<>(
        CustomerKind.WORD,
        columns.stream().map(c -> c.key().equals(MAIN) ? main(c, country) : c).toList(),
        (progress, sink) -> each(chosen, progress, some -> records(some).forEach(sink)));
  }

  /** The number a list shows: without its country, if that has no column. */
  private ExportColumn<CustomerRecord> main(
      ExportColumn<CustomerRecord> column, boolean withCountry) {
    return new ExportColumn<>(
        CustomerFields.PHONE.key(),
        column.heading(),
        column.shape(),
        r ->
            new Portrait(r.customer(), r.contacts(), r.phones())
                .mainPhone()
                .map(p -> phones.of(p.number(), withCountry ? r.customer().country() : null))
                .orElse(null));
  }

  private Map<String, ExportColumn<CustomerRecord>> columns(Texts texts) {
    Headings headings = new Headings(kinds.byWord(CustomerKind.WORD).fields(), texts);
    List<ExportColumn<CustomerRecord>> all = new ArrayList<>();
    for (Field<CustomerRecord> field : catalogue.fields(Field.Use.EXPORT)) {
      switch (field.key()) {
        case "contact" -> all.addAll(person(headings));
        case "phone" -> {
          all.add(new ExportColumn<>(MAIN, field.label(texts), Shape.CODE, r -> null));
          all.addAll(phones(headings));
        }
        default -> all.add(headings.column(field, field.key()));
      }
    }
    all.add(
        new ExportColumn<>(
            CustomerFields.OWN_KEY.key(),
            headings.of(CustomerFields.OWN_KEY.key()),
            Shape.CODE,
            r -> String.valueOf(r.customer().id())));
    Map<String, ExportColumn<CustomerRecord>> byKey = new LinkedHashMap<>();
    all.forEach(column -> byKey.put(column.key(), column));
    return byKey;
  }

  private static List<ExportColumn<CustomerRecord>> person(Headings headings) {
    return List.of(
        person(headings, CustomerFields.CONTACT.key(), Shape.NAME, Contact::name),
        person(headings, CustomerFields.ROLE.key(), Shape.TEXT, Contact::role),
        person(headings, CustomerFields.PERSON_EMAIL.key(), Shape.TEXT, Contact::email));
  }

  private static ExportColumn<CustomerRecord> person(
      Headings headings, String key, Shape shape, Function<Contact, @Nullable Object> value) {
    return new ExportColumn<>(
        key,
        headings.of(key),
        shape,
        r -> r.contacts().isEmpty() ? null : value.apply(r.contacts().getFirst()));
  }

  private List<ExportColumn<CustomerRecord>> phones(Headings headings) {
    return List.of(
        phones(headings, CustomerFields.PHONE.key(), OFFICE),
        phones(headings, CustomerFields.MOBILE.key(), MOBILE),
        phones(headings, CustomerFields.FAX.key(), FAX));
  }

  private ExportColumn<CustomerRecord> phones(Headings headings, String key, Set<PhoneKind> kinds) {
    return new ExportColumn<>(
        key, headings.of(key), Shape.CODE, r -> phones.of(inRow(r), kinds, r.customer().country()));
  }

  /** The customer's own numbers, those of the person in the row, and the one to call first. */
  private static List<Phone> inRow(CustomerRecord r) {
    Long person = r.contacts().isEmpty() ? null : (Long) r.contacts().getFirst().id();
    return r.phones().stream()
        .filter(p -> p.contactId() == null || p.main() || Objects.equals(p.contactId(), person))
        .toList();
  }

  /** Hands the customers to the sink in slices. */
  void each(Chosen chosen, Progress progress, Consumer<List<Portrait>> sink) {
    long[] only = chosen.only();
    long[] ids = only == null ? list.ids(chosen.query(), progress) : only;
    for (int from = 0; from < ids.length; from += SLICE) {
      progress.check();
      int to = Math.min(ids.length, from + SLICE);
      sink.accept(list.portraits(Arrays.stream(ids, from, to).boxed().toList()));
      progress.at(to, ids.length);
    }
  }

  private Stream<CustomerRecord> records(List<Portrait> some) {
    Map<Long, Profile> known = profiles.of(some.stream().map(p -> p.customer().id()).toList());
    return some.stream()
        .map(
            portrait -> {
              Customer customer = portrait.customer();
              Profile profile = known.get(customer.id());
              return CustomerRecord.of(
                  portrait, profile == null ? Profile.empty(customer.id()) : profile);
            });
  }
}
