package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Contact;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.profile.Department;
import app.ringbook.customer.profile.Departments;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People, one a row, in the order of their customers. */
public final class ContactExport {
  private static final Set<PhoneKind> MOBILE = Set.of(PhoneKind.MOBILE);
  private static final Set<PhoneKind> FAX = Set.of(PhoneKind.FAX);
  private static final Set<PhoneKind> OTHERS = Set.of(PhoneKind.OFFICE, PhoneKind.OTHER);

  /** Fields of the contact that the import of contacts knows under another key. */
  private static final Map<String, String> IMPORTED_AS =
      Map.of("contactName", "contact", "contactNote", "note");

  private final CustomerExport customers;
  private final Departments departments;
  private final ContactCatalogue catalogue;
  private final PhoneText phones;
  private final Kinds kinds;

  /** Reads through these doors. */
  public ContactExport(
      CustomerExport customers,
      Departments departments,
      ContactCatalogue catalogue,
      PhoneNumbers numbers,
      Kinds kinds) {
    this.customers = customers;
    this.departments = departments;
    this.catalogue = catalogue;
    this.phones = new PhoneText(numbers);
    this.kinds = kinds;
  }

  /** The people of these customers. */
  public ExportSource<Person> of(CustomerExport.Chosen chosen, Texts texts) {
    return new ExportSource<>(
        ContactKind.WORD,
        columns(texts),
        (progress, sink) -> customers.each(chosen, progress, some -> people(some, sink)));
  }

  private List<ExportColumn<Person>> columns(Texts texts) {
    Headings headings = new Headings(kinds.byWord(ContactKind.WORD).fields(), texts);
    List<ExportColumn<Person>> all = new ArrayList<>();
    for (Field<Contact> field : catalogue.fields()) {
      if (field.in(Field.Use.EXPORT)) {
        String key = IMPORTED_AS.getOrDefault(field.key(), field.key());
        ExportColumn<Contact> column = headings.column(field, key);
        all.add(
            new ExportColumn<>(
                key, column.heading(), column.shape(), p -> column.value().apply(p.contact())));
      }
      if (field.key().equals("contactName")) {
        all.addAll(customer(headings, texts));
      }
    }
    all.add(own(headings, CustomerFields.OWN_KEY.key(), p -> p.customer().id()));
    all.add(own(headings, CustomerFields.OWN_CONTACT_KEY.key(), p -> p.contact().id()));
    return all;
  }

  private List<ExportColumn<Person>> customer(Headings headings, Texts texts) {
    return List.of(
        column(headings, "name", Shape.NAME, p -> p.customer().name()),
        column(headings, "externalKey", Shape.CODE, p -> p.customer().externalKey()),
        new ExportColumn<>(
            "department",
            texts.text("spreadsheet.export.department"),
            Shape.TEXT,
            Person::department),
        phones(headings, CustomerFields.MOBILE.key(), MOBILE),
        phones(headings, CustomerFields.PHONE.key(), OTHERS),
        new ExportColumn<>(
            CustomerFields.FAX.key(),
            CustomerFields.FAX.label(texts),
            Shape.CODE,
            p -> phones.of(p.phones(), FAX, p.customer().country())),
        column(headings, "country", Shape.TEXT, p -> p.customer().country()));
  }

  private static ExportColumn<Person> column(
      Headings headings, String key, Shape shape, Function<Person, @Nullable Object> value) {
    return new ExportColumn<>(key, headings.of(key), shape, value);
  }

  private static ExportColumn<Person> own(
      Headings headings, String key, Function<Person, Long> id) {
    return column(headings, key, Shape.CODE, p -> String.valueOf(id.apply(p)));
  }

  private ExportColumn<Person> phones(Headings headings, String key, Set<PhoneKind> kinds) {
    return column(
        headings, key, Shape.CODE, p -> phones.of(p.phones(), kinds, p.customer().country()));
  }

  private void people(List<Portrait> some, Consumer<Person> sink) {
    Map<Long, String> names =
        departments.of(some.stream().map(p -> p.customer().id()).toList()).stream()
            .collect(Collectors.toMap(Department::id, Department::name));
    for (Portrait portrait : some) {
      for (Contact contact : portrait.contacts()) {
        Long department = contact.departmentId();
        sink.accept(
            new Person(
                contact,
                portrait.customer(),
                portrait.phonesOf(contact.id()),
                portrait.phonesOf(null),
                department == null ? null : names.get(department)));
      }
    }
  }
}
