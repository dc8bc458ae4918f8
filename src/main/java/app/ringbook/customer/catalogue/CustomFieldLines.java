package app.ringbook.customer.catalogue;

import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldDefinitions;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.fields.Formula;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of a catalogue out of the fields that users defined for an object, for any record
 * that keeps {@link CustomValues}. Leads, deals, products and contracts use it for theirs.
 *
 * @param <R> the record
 */
public final class CustomFieldLines<R> {
  private static final Set<Field.Use> TYPED = EnumSet.allOf(Field.Use.class);
  private static final Set<Field.Use> COMPUTED =
      EnumSet.of(
          Field.Use.FORM, Field.Use.LIST, Field.Use.FILTER, Field.Use.SORT, Field.Use.EXPORT);
  private static final Set<Field.Use> FILES =
      EnumSet.of(Field.Use.FORM, Field.Use.LIST, Field.Use.FILTER, Field.Use.EXPORT);

  private final FieldObject object;
  private final FieldDefinitions fields;
  private final AppClock clock;
  private final Field.Column column;
  private final Function<R, CustomValues> reader;
  private final BiFunction<R, CustomValues, R> writer;

  /**
   * @param column where the values of the object's records stand
   * @param reader the values of a record
   * @param writer the record with other values
   */
  public CustomFieldLines(
      FieldObject object,
      FieldDefinitions fields,
      AppClock clock,
      Field.Column column,
      Function<R, CustomValues> reader,
      BiFunction<R, CustomValues, R> writer) {
    this.object = object;
    this.fields = fields;
    this.clock = clock;
    this.column = column;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * The catalogue now: the program's own fields, then the users' in their order. A formula reads
   * all of them but formulas.
   */
  public List<Field<R>> behind(List<Field<R>> own) {
    List<Field<R>> all = new ArrayList<>(own);
    Map<String, Field<R>> readable = new HashMap<>();
    own.forEach(f -> readable.put(f.key(), f));
    for (CustomField custom : fields.allOf(object)) {
      if (custom.kind() != FieldKind.FORMULA) {
        readable.put(custom.key(), typed(custom));
      }
    }
    for (CustomField custom : fields.of(object)) {
      all.add(custom.kind() == FieldKind.FORMULA ? computed(custom, readable) : typed(custom));
    }
    return List.copyOf(all);
  }

  private Field<R> typed(CustomField custom) {
    return new Field<>(
        custom.key(),
        custom.kind(),
        FieldValues.LONGEST,
        null,
        custom,
        column,
        custom.options().stream().map(Field.Option::of).toList(),
        record -> reader.apply(record).value(custom),
        (record, value) -> writer.apply(record, reader.apply(record).with(custom, value)),
        custom.kind() == FieldKind.FILE ? FILES : TYPED);
  }

  private Field<R> computed(CustomField custom, Map<String, Field<R>> readable) {
    Formula formula = formula(custom);
    return new Field<>(
        custom.key(),
        FieldKind.FORMULA,
        FieldValues.LONGEST,
        null,
        custom,
        null,
        List.of(),
        record -> formula == null ? null : result(formula, readable, record).value(),
        null,
        COMPUTED);
  }

  /** What a formula makes of a record, with the reason if nothing comes out. */
  public Formula.Result result(CustomField custom, List<Field<R>> catalogue, R record) {
    Formula formula = formula(custom);
    if (formula == null) {
      return new Formula.Result(null, "customer.formula.problem.result");
    }
    Map<String, Field<R>> readable = new HashMap<>();
    catalogue.stream()
        .filter(f -> f.kind() != FieldKind.FORMULA)
        .forEach(f -> readable.put(f.key(), f));
    return result(formula, readable, record);
  }

  private Formula.Result result(Formula formula, Map<String, Field<R>> readable, R record) {
    if (!readable.keySet().containsAll(formula.keys())) {
      return new Formula.Result(null, "customer.formula.problem.lost");
    }
    return formula.result(key -> value(readable.get(key), record), clock.today());
  }

  private static <R> @Nullable Object value(@Nullable Field<R> field, R record) {
    return field == null ? null : field.value(record);
  }

  private static @Nullable Formula formula(CustomField custom) {
    try {
      return Formula.of(custom.formula() == null ? "" : custom.formula());
    } catch (ProblemException e) {
      // Written by a newer program: nothing comes out of it here.
      return null;
    }
  }
}
