package app.ringbook.customer.catalogue;

import app.ringbook.customer.Customer;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.Field.Use;
import app.ringbook.customer.fields.FieldDefinitions;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.Formula;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.ProfileRows;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.AppClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every field of a customer. A field that people only read or type is one line here; form, list,
 * filter, sort, import, export and search follow.
 */
public final class CustomerCatalogue {
  private static final String CUSTOMER = "customer";
  private final Ratings ratings;
  private final CustomFieldLines<CustomerRecord> custom;

  /**
   * @param fields what users defined, followed
   * @param ratings words of the ratings, as they are at the moment
   */
  public CustomerCatalogue(FieldDefinitions fields, Ratings ratings, AppClock clock) {
    this.ratings = ratings;
    this.custom =
        new CustomFieldLines<>(
            FieldObject.CUSTOMER,
            fields,
            clock,
            new Field.Column(ProfileRows.PROFILE, "custom"),
            r -> r.profile().custom(),
            (r, values) -> r.with(r.profile().change().custom(values).build()));
  }

  /** Every field as it is now, in the order people choose from; those put away left out. */
  public List<Field<CustomerRecord>> fields() {
    List<Field<CustomerRecord>> own = new ArrayList<>();
    own.addAll(rowFields());
    own.addAll(profileFields());
    return custom.behind(own);
  }

  /** The fields that appear there. */
  public List<Field<CustomerRecord>> fields(Use use) {
    return fields().stream().filter(f -> f.in(use)).toList();
  }

  /** The field with this key. */
  public Optional<Field<CustomerRecord>> byKey(String key) {
    return fields().stream().filter(f -> f.key().equals(key)).findFirst();
  }

  /** What a formula field makes of a record, with the reason if nothing comes out. */
  public Formula.Result result(Field<CustomerRecord> formula, CustomerRecord record) {
    return formula.custom() == null
        ? new Formula.Result(formula.value(record), null)
        : custom.result(formula.custom(), fields(), record);
  }

  private List<Field<CustomerRecord>> rowFields() {
    Set<Use> plain = Lines.ALL;
    Set<Use> unsearched = Lines.without(Lines.ALL, Use.SEARCH);
    return List.of(
        row("name", FieldKind.TEXT, 500, "name", plain, Customer::name, CustomerCatalogue::name),
        Lines.line(
            "contact", FieldKind.TEXT, 300, null, Lines.SHOWN, CustomerCatalogue::contact, null),
        Lines.line(
            "phone",
            FieldKind.PHONE,
            200,
            null,
            Lines.SHOWN,
            r -> r.mainPhone().map(p -> p.number().raw()).orElse(null),
            null),
        text("industry", 200, Customer::industry, Customer.Builder::industry),
        Lines.choosing(
            row(
                "tier",
                FieldKind.LIST,
                10,
                "tier",
                unsearched,
                Customer::tier,
                Customer.Builder::tier),
            Stream.of("A", "B", "C").map(Field.Option::of).toList()),
        text("source", 200, Customer::source, Customer.Builder::source),
        row(
            "tags",
            FieldKind.MULTI_LIST,
            1000,
            "tags",
            plain,
            c -> c.tags() == null ? null : c.tagList(),
            (b, words) -> b.tags(words)),
        text("owner", 200, Customer::owner, Customer.Builder::owner),
        text("email", 320, Customer::email, Customer.Builder::email),
        text("website", 500, Customer::website, Customer.Builder::website),
        text("country", 100, Customer::country, Customer.Builder::country),
        text("region", 200, Customer::region, Customer.Builder::region),
        text("city", 200, Customer::city, Customer.Builder::city),
        text("address", 1000, Customer::address, Customer.Builder::address),
        row(
            "postalCode",
            FieldKind.TEXT,
            40,
            "postal_code",
            plain,
            Customer::postalCode,
            Customer.Builder::postalCode),
        row(
            "externalKey",
            FieldKind.TEXT,
            200,
            "external_key",
            plain,
            Customer::externalKey,
            Customer.Builder::externalKey),
        moment("nextContact", "next_contact_at", true, Customer::nextContactAt),
        row(
            "nextContactNote",
            FieldKind.TEXT,
            1000,
            "next_contact_note",
            Lines.without(unsearched, Use.FORM),
            Customer::nextContactNote,
            Customer.Builder::nextContactNote),
        moment("lastContact", "last_contact_at", false, Customer::lastContactAt),
        Lines.line(
            "doNotCall",
            FieldKind.FLAG,
            0,
            new Field.Column(CUSTOMER, "do_not_call"),
            unsearched,
            r -> r.customer().doNotCall(),
            (r, value) ->
                r.with(r.customer().change().doNotCall(Boolean.TRUE.equals(value)).build())),
        row(
            "note",
            FieldKind.LONG_TEXT,
            100_000,
            "note",
            Lines.without(plain, Use.SORT),
            Customer::note,
            Customer.Builder::note),
        moment("created", "created_at", false, Customer::createdAt),
        moment("updated", "updated_at", false, Customer::updatedAt));
  }

  private List<Field<CustomerRecord>> profileFields() {
    List<Field<CustomerRecord>> lines = new ArrayList<>();
    lines.add(
        profile(
            "legalName",
            FieldKind.TEXT,
            500,
            "legal_name",
            Profile::legalName,
            Profile.Builder::legalName));
    lines.add(
        profile(
            "creditCode",
            FieldKind.TEXT,
            40,
            "credit_code",
            Profile::creditCode,
            Profile.Builder::creditCode));
    for (Rating rating : Rating.values()) {
      String column = rating == Rating.SIZE ? "size_rating" : rating.field();
      lines.add(
          Lines.choosing(
              profile(
                  rating.field(),
                  FieldKind.LIST,
                  60,
                  column,
                  p -> p.rating(rating),
                  (b, word) -> b.rating(rating, word)),
              ratings.options(rating)));
    }
    lines.add(
        Lines.choosing(
            Lines.line(
                "lifeCycle",
                FieldKind.LIST,
                20,
                new Field.Column(ProfileRows.PROFILE, "life_cycle"),
                Lines.SEEN,
                r -> r.profile().lifeCycle().name(),
                null),
            Stream.of(LifeCycle.values())
                .map(life -> new Field.Option(life.name(), life.key(), life.name()))
                .toList()));
    lines.add(
        Lines.line(
            "keyCustomer",
            FieldKind.FLAG,
            0,
            new Field.Column(ProfileRows.PROFILE, "key_customer"),
            Lines.without(Lines.ALL, Use.SEARCH, Use.FORM),
            r -> r.profile().keyCustomer(),
            (r, value) ->
                r.with(r.profile().change().keyCustomer(Boolean.TRUE.equals(value)).build())));
    lines.add(
        Lines.line(
            "completeness",
            FieldKind.NUMBER,
            0,
            null,
            Lines.SHOWN,
            r -> BigDecimal.valueOf(Completeness.of(r).percent()),
            null));
    lines.add(
        profile(
            "needs", FieldKind.LONG_TEXT, 4000, "needs", Profile::needs, Profile.Builder::needs));
    lines.add(
        profile(
            "pains", FieldKind.LONG_TEXT, 4000, "pains", Profile::pains, Profile.Builder::pains));
    lines.add(
        profile(
            "expectations",
            FieldKind.LONG_TEXT,
            4000,
            "expectations",
            Profile::expectations,
            Profile.Builder::expectations));
    return lines;
  }

  private static @Nullable Object contact(CustomerRecord record) {
    return record.contacts().isEmpty() ? null : record.contacts().getFirst().name();
  }

  private static void name(Customer.Builder builder, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      builder.name(name);
    }
  }

  private static Field<CustomerRecord> text(
      String key,
      int length,
      Function<Customer, @Nullable Object> reader,
      BiConsumer<Customer.Builder, @Nullable String> writer) {
    return row(key, FieldKind.TEXT, length, key, Lines.ALL, reader, writer);
  }

  private static Field<CustomerRecord> row(
      String key,
      FieldKind kind,
      int length,
      String column,
      Set<Use> uses,
      Function<Customer, @Nullable Object> reader,
      BiConsumer<Customer.Builder, @Nullable String> writer) {
    return Lines.line(
        key,
        kind,
        length,
        new Field.Column(CUSTOMER, column),
        uses,
        r -> reader.apply(r.customer()),
        (r, value) -> {
          Customer.Builder changed = r.customer().change();
          writer.accept(changed, joined(value));
          return r.with(changed.build());
        });
  }

  private static Field<CustomerRecord> moment(
      String key, String column, boolean editable, Function<Customer, @Nullable Object> reader) {
    Set<Use> uses = Lines.without(Lines.SEEN, Use.FORM);
    return Lines.line(
        key,
        FieldKind.MOMENT,
        0,
        new Field.Column(CUSTOMER, column),
        key.endsWith("Contact") ? Lines.without(Lines.ALL, Use.FORM, Use.SEARCH) : uses,
        r -> reader.apply(r.customer()),
        editable
            ? (r, value) -> r.with(r.customer().change().nextContactAt((Instant) value).build())
            : null);
  }

  private static Field<CustomerRecord> profile(
      String key,
      FieldKind kind,
      int length,
      String column,
      Function<Profile, @Nullable Object> reader,
      BiConsumer<Profile.Builder, @Nullable String> writer) {
    Set<Use> uses =
        switch (kind) {
          case LONG_TEXT -> Lines.without(Lines.ALL, Use.FORM, Use.SORT);
          case LIST -> Lines.without(Lines.ALL, Use.FORM, Use.SEARCH);
          default -> Lines.ALL;
        };
    return Lines.line(
        key,
        kind,
        length,
        new Field.Column(ProfileRows.PROFILE, column),
        uses,
        r -> reader.apply(r.profile()),
        (r, value) -> {
          Profile.Builder changed = r.profile().change();
          writer.accept(changed, joined(value));
          return r.with(changed.build());
        });
  }

  /** Tags are kept as one text with commas. */
  private static @Nullable String joined(@Nullable Object value) {
    return value instanceof List<?> words
        ? String.join(", ", words.stream().map(String::valueOf).toList())
        : Lines.text(value);
  }
}
