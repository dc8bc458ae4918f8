package app.ringbook.customer.fields;

import java.util.regex.Pattern;

/** Expressions for fields inside the column {@code custom}: the same for both databases. */
public final class FieldSql {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]+");

  private FieldSql() {}

  /**
   * The value of a field as its stored text, null where there is none. A line break inside a value
   * reads {@code \n}.
   *
   * @param column for example {@code p.custom}
   * @param key key of the field
   */
  public static String text(String column, String key) {
    if (!NAME.matcher(column).matches() || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("Not a column and key: " + column + " " + key);
    }
    String mark = "'\n" + key + "='";
    int behind = key.length() + 2;
    String rest = "SUBSTRING(%s, POSITION(%s IN %s) + %d)".formatted(column, mark, column, behind);
    return "CASE WHEN POSITION(%s IN %s) > 0 THEN SUBSTRING(%s, 1, POSITION('\n' IN %s) - 1) END"
        .formatted(mark, column, rest, rest);
  }

  /** The value as something to sort and compare by: a number for numbers and money, else text. */
  public static String ordered(String column, CustomField field) {
    String text = text(column, field.key());
    return switch (field.kind()) {
      case NUMBER -> "CAST(%s AS DECIMAL(60, 15))".formatted(text);
      case MONEY ->
          "CAST(CASE WHEN POSITION(' ' IN (%s)) > 0 THEN SUBSTRING(%s, 1, POSITION(' ' IN (%s)) - 1) END AS DECIMAL(60, 15))"
              .formatted(text, text, text);
      default -> text;
    };
  }
}
