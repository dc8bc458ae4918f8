package app.ringbook.spreadsheet.export;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names columns as the import knows them, so that every column finds its field again, and makes
 * columns of the catalogue's fields.
 */
final class Headings {
  private static final Set<String> CODES = Set.of("postalCode", "externalKey", "creditCode");
  private final Fields imported;
  private final Texts texts;

  /**
   * @param imported what an import of the same kind can fill
   */
  Headings(Fields imported, Texts texts) {
    this.imported = imported;
    this.texts = texts;
  }

  /** The heading of a field of the import; it must exist. */
  String of(String key) {
    return imported.byKey(key).orElseThrow().label(texts);
  }

  /** A column of a field, under the import's name for it if it has one. */
  <R> ExportColumn<R> column(Field<R> field, String key) {
    String heading =
        imported.byKey(key).map(known -> known.label(texts)).orElseGet(() -> field.label(texts));
    return new ExportColumn<>(key, heading, shape(field), record -> shown(field, record));
  }

  private static Shape shape(Field<?> field) {
    return switch (field.kind()) {
      case LONG_TEXT -> Shape.LONG_TEXT;
      case NUMBER, MONEY -> Shape.NUMBER;
      case DATE -> Shape.DAY;
      case MOMENT -> Shape.MOMENT;
      case PHONE -> Shape.CODE;
      default ->
          CODES.contains(field.key())
              ? Shape.CODE
              : field.key().toLowerCase(Locale.ROOT).endsWith("name") ? Shape.NAME : Shape.TEXT;
    };
  }

  private <R> @Nullable Object shown(Field<R> field, R record) {
    Object value = field.value(record);
    return switch (value) {
      case null -> null;
      case String text when field.kind() == FieldKind.FILE -> text.substring(text.indexOf('/') + 1);
      case String text -> word(field, text);
      case List<?> several ->
          several.stream().map(String::valueOf).map(one -> word(field, one)).toList();
      default -> value;
    };
  }

  private Object word(Field<?> field, String stored) {
    return field.options().stream()
        .filter(option -> option.value().equals(stored) && !option.shown(texts).equals(stored))
        .findFirst()
        .<Object>map(option -> new ExportColumn.Word(stored, option.shown(texts)))
        .orElse(stored);
  }
}
