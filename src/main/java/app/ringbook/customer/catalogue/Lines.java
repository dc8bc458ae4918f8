package app.ringbook.customer.catalogue;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.Field.Use;
import app.ringbook.customer.fields.FieldKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Short ways to write a line of the catalogue. */
final class Lines {
  /** What most fields are for. */
  static final Set<Use> ALL = EnumSet.allOf(Use.class);

  /** Read by people, written by the program. */
  static final Set<Use> SEEN = EnumSet.of(Use.FORM, Use.LIST, Use.FILTER, Use.SORT, Use.EXPORT);

  /** Computed: no database sorts by it. */
  static final Set<Use> SHOWN = EnumSet.of(Use.LIST, Use.EXPORT);

  private Lines() {}

  /** A line without words to choose from. */
  static <R> Field<R> line(
      String key,
      FieldKind kind,
      int length,
      Field.@Nullable Column column,
      Set<Use> uses,
      Function<R, @Nullable Object> reader,
      @Nullable BiFunction<R, @Nullable Object, R> writer) {
    return new Field<>(
        key, kind, length, "customer.field." + key, null, column, List.of(), reader, writer, uses);
  }

  /** The same line with words to choose from. */
  static <R> Field<R> choosing(Field<R> line, List<Field.Option> options) {
    return new Field<>(
        line.key(),
        line.kind(),
        line.length(),
        line.labelKey(),
        line.custom(),
        line.column(),
        options,
        line.reader(),
        line.writer(),
        line.uses());
  }

  /** Uses without some. */
  static Set<Use> without(Set<Use> uses, Use... left) {
    Set<Use> rest = EnumSet.copyOf(uses);
    rest.removeAll(Set.of(left));
    return rest;
  }

  /** A text as a field gives it. */
  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
