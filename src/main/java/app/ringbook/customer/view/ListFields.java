package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that lists can filter, sort, show and change, with their words. */
public final class ListFields {
  /** Key of the main number: not a field that is written like the others. */
  public static final String PHONE = "phone";

  private final CustomerBook book;
  private final Language language;
  private final FieldWords words;

  /** Those of this book. */
  ListFields(CustomerBook book, Language language, Formats formats) {
    this.book = book;
    this.language = language;
    this.words = new FieldWords(language, formats);
  }

  /** Fields that can be a column, in the catalogue's order. */
  List<Field<CustomerRecord>> listed() {
    return book.fields().stream().filter(f -> f.in(Field.Use.LIST)).toList();
  }

  /** The fields that can be filtered by, in the catalogue's order. */
  List<ColumnField> filtered() {
    return book.columns();
  }

  /** The fields that can be sorted by, in the catalogue's order. */
  List<String> sorted() {
    return book.columns().stream().map(ColumnField::key).filter(this::sorts).toList();
  }

  private boolean sorts(String key) {
    return byKey(key).filter(f -> f.in(Field.Use.SORT)).isPresent();
  }

  /** The fields a list can be grouped by: those whose values many share. */
  List<String> grouped() {
    return book.columns().stream()
        .filter(column -> byKey(column.key()).filter(ListFields::groups).isPresent())
        .map(ColumnField::key)
        .toList();
  }

  private static boolean groups(Field<?> field) {
    return switch (field.kind()) {
      case LIST, FLAG -> true;
      case TEXT ->
          field.custom() == null
              && List.of("industry", "owner", "source", "country", "region", "city")
                  .contains(field.key());
      default -> false;
    };
  }

  /** Fields that one value can be given to for many customers. */
  List<Field<CustomerRecord>> bulk() {
    return book.fields().stream()
        .filter(f -> f.editable() && f.column() != null && f.kind() != FieldKind.FILE)
        .filter(f -> !List.of("name", "externalKey", "legalName", "creditCode").contains(f.key()))
        .toList();
  }

  /** True if a cell of this field can be edited. */
  static boolean edits(Field<?> field) {
    return field.key().equals(PHONE) || (field.editable() && field.kind() != FieldKind.FILE);
  }

  /** What a filter can ask of the field; empty if it was taken out of the catalogue. */
  Optional<ColumnField> column(String key) {
    return book.columns().stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** The field of this key, unless it was taken out of the catalogue. */
  Optional<Field<CustomerRecord>> byKey(String key) {
    return book.fields().stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** The field's name in the present language. */
  String label(String key) {
    return key.equals("name")
        ? language.now("customer.list.name")
        : byKey(key).map(f -> f.label(language.texts())).orElse(key);
  }

  /** A value as people read it; empty for none. */
  String shown(Field<?> field, @Nullable Object value) {
    return words.shown(field, value);
  }

  /** A stored word of a field as people read it. */
  String word(String key, String stored) {
    return byKey(key)
        .flatMap(f -> f.options().stream().filter(o -> o.value().equals(stored)).findFirst())
        .map(o -> o.shown(language.texts()))
        .orElse(stored);
  }

  /** The stored word of a field that people read so; what is none of its words stays as it is. */
  String stored(String key, String shown) {
    return byKey(key).map(field -> stored(field, shown)).orElse(shown);
  }

  private String stored(Field<?> field, String shown) {
    return field.options().stream()
        .filter(o -> o.shown(language.texts()).equalsIgnoreCase(shown.strip()))
        .findFirst()
        .map(Field.Option::value)
        .orElse(shown);
  }

  /** The words to choose from, as people read them; yes and no for marks. */
  List<String> choices(Field<?> field) {
    return field.kind() == FieldKind.FLAG
        ? List.of(language.now("customer.value.yes"), language.now("customer.value.no"))
        : field.options().stream().map(o -> o.shown(language.texts())).toList();
  }

  /** A value as it is typed. */
  String asTyped(Field<?> field, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> several ->
          String.join(", ", several.stream().map(w -> word(field.key(), w.toString())).toList());
      case Boolean truth -> choices(field).get(truth ? 0 : 1);
      default ->
          field.options().isEmpty()
              ? FieldValues.stored(field.kind(), value)
              : word(field.key(), value.toString());
    };
  }

  /**
   * What was typed for a field; null for nothing.
   *
   * @throws ProblemException if it is no such value
   */
  @Nullable Object read(Field<?> field, String typed) {
    List<String> yesOrNo = field.kind() == FieldKind.FLAG ? choices(field) : List.of();
    int marked = yesOrNo.indexOf(typed.strip());
    if (marked >= 0) {
      return marked == 0;
    }
    if (field.kind() == FieldKind.LIST && !field.options().isEmpty()) {
      return book.read(field, stored(field, typed));
    }
    if (field.kind() == FieldKind.MULTI_LIST && field.options().isEmpty()) {
      List<String> free = ConditionForm.parts(typed);
      return free.isEmpty() ? null : free;
    }
    if (field.kind() == FieldKind.MULTI_LIST) {
      List<String> stored =
          ConditionForm.parts(typed).stream().map(part -> stored(field, part)).toList();
      return book.read(field, String.join("\n", stored));
    }
    Object value = book.read(field, typed);
    if (value instanceof String text && field.length() > 0 && text.length() > field.length()) {
      throw new ProblemException("customer.field.problem.long", field.length());
    }
    return value;
  }
}
