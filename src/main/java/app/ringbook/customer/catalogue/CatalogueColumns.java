package app.ringbook.customer.catalogue;

import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.Formula;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the catalogue that lists filter, sort and group by: all that stand in a column of
 * the database, and those a formula makes of such.
 */
public final class CatalogueColumns {
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private CatalogueColumns() {}

  /** They as they are now, in the catalogue's order. */
  public static List<ColumnField> of(CustomerCatalogue catalogue) {
    List<Field<CustomerRecord>> fields = catalogue.fields();
    Map<String, ColumnField> columns = new LinkedHashMap<>();
    for (Field<CustomerRecord> field : fields) {
      if (field.in(Field.Use.FILTER) && field.kind() != FieldKind.FORMULA) {
        stored(field).ifPresent(column -> columns.put(column.key(), column));
      }
    }
    List<ColumnField> all = new ArrayList<>(columns.values());
    for (Field<CustomerRecord> field : fields) {
      if (field.kind() == FieldKind.FORMULA) {
        computed(field, columns).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  private static Optional<ColumnField> stored(Field<CustomerRecord> field) {
    Field.Column place = field.column();
    if (place == null) {
      return Optional.empty();
    }
    ColumnField.Form form =
        switch (field.kind()) {
          case TEXT, LONG_TEXT, LIST, PHONE, FILE, FORMULA -> ColumnField.Form.TEXT;
          case MULTI_LIST -> ColumnField.Form.TEXTS;
          case NUMBER, MONEY -> ColumnField.Form.NUMBER;
          case DATE -> ColumnField.Form.DATE;
          case MOMENT -> ColumnField.Form.MOMENT;
          case FLAG -> ColumnField.Form.FLAG;
        };
    String otherwise = field.key().equals("lifeCycle") ? LifeCycle.POTENTIAL.name() : null;
    ColumnField.Source source =
        field.custom() == null
            ? new ColumnField.Stored(place.table(), place.name(), otherwise)
            : new ColumnField.Line(place.table(), place.name(), field.kind());
    return Optional.of(new ColumnField(field.key(), form, source, field.words()));
  }

  private static Optional<ColumnField> computed(
      Field<CustomerRecord> field, Map<String, ColumnField> columns) {
    try {
      CustomField custom = Objects.requireNonNull(field.custom());
      Formula formula = Formula.of(Objects.requireNonNullElse(custom.formula(), ""));
      if (!columns.keySet().containsAll(formula.keys())) {
        return Optional.empty();
      }
      List<ColumnField> needs = formula.keys().stream().map(columns::get).toList();
      return Optional.of(
          new ColumnField(
              field.key(),
              form(formula, needs),
              new ColumnField.Computed(formula.source(), formula.keys()),
              List.of()));
    } catch (ProblemException e) {
      // Written by a newer program: nothing comes out of it here.
      return Optional.empty();
    }
  }

  /** What comes out of a formula is told by what comes out of it for some values. */
  private static ColumnField.Form form(Formula formula, Collection<ColumnField> needs) {
    Object value =
        formula
            .result(
                key ->
                    needs.stream()
                        .filter(f -> f.key().equals(key))
                        .findFirst()
                        .map(f -> some(f.form()))
                        .orElse(null),
                SOME_DAY)
            .value();
    return switch (value) {
      case BigDecimal number -> ColumnField.Form.NUMBER;
      case LocalDate day -> ColumnField.Form.DATE;
      case Boolean truth -> ColumnField.Form.FLAG;
      case null, default -> ColumnField.Form.TEXT;
    };
  }

  private static @Nullable Object some(ColumnField.Form form) {
    return switch (form) {
      case TEXT, TEXTS -> "1";
      case NUMBER -> BigDecimal.ONE;
      case MOMENT -> Instant.EPOCH;
      case DATE -> SOME_DAY;
      case FLAG -> true;
    };
  }
}
