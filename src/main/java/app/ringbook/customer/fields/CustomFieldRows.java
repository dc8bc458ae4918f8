package app.ringbook.customer.fields;

import app.ringbook.store.Row;
import java.util.List;
import java.util.Optional;

/** The only place where a field that a user defined becomes a row, and a row a field. */
final class CustomFieldRows {
  static final String TABLE = "custom_field";

  private CustomFieldRows() {}

  static Row row(CustomField f) {
    return Row.of(TABLE, f.id(), f.version())
        .set("object", f.object().name())
        .set("field_key", f.key())
        .set("kind", f.kind().name())
        .set("label", f.label())
        .set("options", f.options().isEmpty() ? null : String.join("\n", f.options()))
        .set("formula", f.formula())
        .set("position", f.position())
        .set("archived", f.archived())
        .build();
  }

  /** Empty for objects and kinds that only a newer program knows. */
  static Optional<CustomField> field(CustomFieldMapper.FieldRow row) {
    FieldObject object;
    FieldKind kind;
    try {
      object = FieldObject.valueOf(row.object());
      kind = FieldKind.valueOf(row.kind());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    List<String> options =
        row.options() == null
            ? List.of()
            : row.options().lines().filter(o -> !o.isBlank()).toList();
    return Optional.of(
        new CustomField(
            row.id(),
            row.version(),
            object,
            row.fieldKey(),
            kind,
            row.label(),
            options,
            row.formula(),
            row.position(),
            row.archived()));
  }
}
