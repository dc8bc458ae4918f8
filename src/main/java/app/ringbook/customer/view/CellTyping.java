package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.ui.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a field is typed into one line: as it is, in words for a day or moment, or as
 * one or several of the field's own words.
 */
final class CellTyping {
  /** Stands for the end of a line in a text of several. */
  private static final String LINE = " ⏎ ";

  private final ListFields fields;
  private final Field<CustomerRecord> field;
  private final ZoneId zone;
  private final @Nullable WhenModel when;

  CellTyping(Surroundings around, ListFields fields, Field<CustomerRecord> field) {
    this.fields = fields;
    this.field = field;
    this.zone = around.clock().zone();
    boolean dated = field.kind() == FieldKind.DATE || field.kind() == FieldKind.MOMENT;
    this.when = dated ? new WhenModel(around.words()::read) : null;
  }

  /** What words for a day or moment are understood as; null for other fields. */
  @Nullable WhenModel when() {
    return when;
  }

  /** How a moment that was understood is said: of a day, without the time. */
  Function<Instant, String> said(Formats formats) {
    return field.kind() == FieldKind.DATE ? formats::day : formats::moment;
  }

  /** A value as it is typed. */
  String asTyped(@Nullable Object value) {
    return value instanceof Instant at
        ? NextContactSheet.asTyped(at, zone)
        : fields.asTyped(field, value).replace("\n", LINE);
  }

  /**
   * What is typed.
   *
   * @throws app.ringbook.platform.ProblemException if it is no value of the field
   */
  @Nullable Object value(String typed) {
    WhenModel moments = when;
    if (moments != null) {
      Instant at = moments.value();
      return at == null || field.kind() == FieldKind.MOMENT ? at : LocalDate.ofInstant(at, zone);
    }
    if (field.key().equals(ListFields.PHONE)) {
      return typed.strip();
    }
    return fields.read(
        field, field.kind() == FieldKind.LONG_TEXT ? typed.replace(LINE, "\n") : typed);
  }

  /** The words that can be chosen, those that begin as typed first. */
  List<String> choices(String typed) {
    String begun = last(typed).toLowerCase(Locale.ROOT);
    List<String> first = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String word : fields.choices(field)) {
      boolean begins = !begun.isEmpty() && word.toLowerCase(Locale.ROOT).startsWith(begun);
      (begins ? first : rest).add(word);
    }
    first.addAll(rest);
    return first;
  }

  /** What is typed once a word is chosen: it alone, or behind the others of a list of several. */
  String with(String typed, String word) {
    if (field.kind() != FieldKind.MULTI_LIST) {
      return word;
    }
    List<String> parts = new ArrayList<>(ConditionForm.parts(typed));
    String begun = last(typed);
    if (!begun.isEmpty() && !fields.choices(field).contains(begun)) {
      parts.remove(begun);
    }
    if (!parts.remove(word)) {
      parts.add(word);
    }
    return String.join(", ", parts);
  }

  /** True if a word that is chosen is all there is to say. */
  boolean single() {
    return field.kind() != FieldKind.MULTI_LIST;
  }

  private String last(String typed) {
    List<String> parts = ConditionForm.parts(typed);
    return parts.isEmpty() ? "" : single() ? typed.strip() : parts.getLast();
  }
}
