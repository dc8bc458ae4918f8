package app.ringbook.customer.fields;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record's fields that users defined, by key, each in the form {@link
 * FieldValues#stored} gives it. Never changed: {@link #with} makes a new one. Keys nobody knows any
 * more are kept.
 *
 * <p>{@link #text} is the text of the column {@code custom}: one line {@code key=value} for each,
 * with a line break before the first and behind the last, so that SQL finds a value by {@code LIKE
 * '%\nkey=value\n%'}. In a value, a line break is written {@code \n} and a backslash twice.
 */
public final class CustomValues {
  /** No values. */
  public static final CustomValues NONE = new CustomValues(Map.of());

  private final Map<String, String> values;

  private CustomValues(Map<String, String> values) {
    this.values = values;
  }

  /** Reads the column. */
  public static CustomValues of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int is = line.indexOf('=');
      if (is > 0) {
        values.put(line.substring(0, is), unescaped(line.substring(is + 1)));
      }
    }
    return new CustomValues(values);
  }

  /** The text of the column; null if there are no values. */
  public @Nullable String text() {
    if (values.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder("\n");
    values.forEach(
        (key, value) -> text.append(key).append('=').append(escaped(value)).append('\n'));
    return text.toString();
  }

  /** The value of a field as stored, or null. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /** The value of a field in the type of its kind, or null. */
  public @Nullable Object value(CustomField field) {
    String stored = values.get(field.key());
    return stored == null ? null : FieldValues.loaded(field.kind(), stored);
  }

  /**
   * The value of one field, of what stands in the column, in the type of its kind; null for none.
   * The other values are not looked at: for walks through whole tables.
   */
  public static @Nullable Object value(@Nullable String column, String key, FieldKind kind) {
    int line = column == null ? -1 : column.indexOf("\n" + key + "=");
    if (column == null || line < 0) {
      return null;
    }
    int from = line + key.length() + 2;
    int to = column.indexOf('\n', from);
    String value = unescaped(column.substring(from, to < 0 ? column.length() : to));
    return FieldValues.loaded(kind, value);
  }

  /** The same with another value of one field; null takes it away. */
  public CustomValues with(String key, @Nullable String stored) {
    if (key.isEmpty() || key.indexOf('=') >= 0 || key.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("Not a key: " + key);
    }
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (stored == null || stored.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, stored);
    }
    return new CustomValues(changed);
  }

  /** The same with another value of one field, in the type of its kind. */
  public CustomValues with(CustomField field, @Nullable Object value) {
    return with(field.key(), value == null ? null : FieldValues.stored(field.kind(), value));
  }

  /** Keys of the fields that have a value. */
  public Set<String> keys() {
    return Set.copyOf(values.keySet());
  }

  /** True if there are none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomValues those && values.equals(those.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** A value as it stands in a line of the column, to look for it in SQL. */
  public static String escaped(String value) {
    return value.replace("\0", "").replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        value.append(next == 'n' ? '\n' : next);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
