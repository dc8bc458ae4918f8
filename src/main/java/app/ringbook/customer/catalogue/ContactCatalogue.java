package app.ringbook.customer.catalogue;

import app.ringbook.customer.Contact;
import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.Field.Use;
import app.ringbook.customer.fields.FieldDefinitions;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.platform.AppClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every field of a contact. */
public final class ContactCatalogue {
  private final CustomFieldLines<Contact> custom;

  /**
   * @param fields what users defined, followed
   */
  public ContactCatalogue(FieldDefinitions fields, AppClock clock) {
    this.custom =
        new CustomFieldLines<>(
            FieldObject.CONTACT,
            fields,
            clock,
            new Field.Column(CustomerRows.CONTACT, "custom"),
            c -> CustomValues.of(c.custom()),
            (c, values) -> c.withCustom(values.text()));
  }

  /** Every field as it is now, in the order people choose from; those put away left out. */
  public List<Field<Contact>> fields() {
    return custom.behind(OWN);
  }

  /** The field with this key. */
  public Optional<Field<Contact>> byKey(String key) {
    return fields().stream().filter(f -> f.key().equals(key)).findFirst();
  }

  private static final List<Field<Contact>> OWN =
      List.of(
          text(
              "contactName",
              300,
              "name",
              Contact::name,
              (c, v) -> v == null ? c : c.withName(Objects.toString(v))),
          text("contactRole", 200, "role", Contact::role, (c, v) -> c.withRole(Lines.text(v))),
          text("contactEmail", 320, "email", Contact::email, (c, v) -> c.withEmail(Lines.text(v))),
          line(
              "contactBirthday",
              FieldKind.DATE,
              0,
              "birthday",
              Contact::birthday,
              (c, v) -> c.withBirthday(v instanceof LocalDate day ? day : null)),
          line(
              "contactNote",
              FieldKind.LONG_TEXT,
              100_000,
              "note",
              Contact::note,
              (c, v) -> c.withNote(Lines.text(v))),
          line(
              "contactDecides",
              FieldKind.FLAG,
              0,
              "decides",
              Contact::decides,
              (c, v) -> c.withDecides(Boolean.TRUE.equals(v))));

  private static Field<Contact> text(
      String key,
      int length,
      String column,
      Function<Contact, @Nullable Object> reader,
      BiFunction<Contact, @Nullable Object, Contact> writer) {
    return line(key, FieldKind.TEXT, length, column, reader, writer);
  }

  private static Field<Contact> line(
      String key,
      FieldKind kind,
      int length,
      String column,
      Function<Contact, @Nullable Object> reader,
      BiFunction<Contact, @Nullable Object, Contact> writer) {
    Set<Use> uses = kind == FieldKind.LONG_TEXT ? Lines.without(Lines.ALL, Use.SORT) : Lines.ALL;
    return Lines.line(
        key, kind, length, new Field.Column(CustomerRows.CONTACT, column), uses, reader, writer);
  }
}
