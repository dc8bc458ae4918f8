package app.ringbook.store.sql;

import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values of columns on their way to and from JDBC, in exactly one Java type a kind of column. */
public final class ColumnValues {
  private ColumnValues() {}

  /**
   * The value as the database will give it back: right type, moments in milliseconds, text without
   * NUL and without half surrogates (no database of ours holds them).
   *
   * @throws ProblemException if a text is too long for its column
   */
  public static @Nullable Object normal(Tables.Column column, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (column.kind()) {
      case TEXT -> text(column, (String) value);
      case LONG -> ((Number) value).longValue();
      case INT -> Math.toIntExact(((Number) value).longValue());
      case BOOLEAN -> (Boolean) value;
      case DECIMAL -> (BigDecimal) value;
      case DATE -> (LocalDate) value;
      case MOMENT -> ((Instant) value).truncatedTo(ChronoUnit.MILLIS);
      case BYTES -> (byte[]) value;
    };
  }

  private static String text(Tables.Column column, String raw) {
    String text = raw;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        text = cleaned(text);
        break;
      }
    }
    if (text.length() > column.size() && text.codePointCount(0, text.length()) > column.size()) {
      throw new ProblemException("store.problem.toolong", column.name(), column.size());
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .forEach(
            c ->
                clean.appendCodePoint(
                    c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
    return clean.toString();
  }

  /** Sets a parameter to a value made by {@link #normal}. */
  public static void set(
      PreparedStatement statement, int index, Tables.Column column, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, sqlType(column.kind()));
    } else if (value instanceof Instant moment) {
      statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else {
      statement.setObject(index, value);
    }
  }

  /** Reads one column of the current row. */
  public static @Nullable Object get(ResultSet rows, int index, Tables.Column column)
      throws SQLException {
    Object value =
        switch (column.kind()) {
          case TEXT -> rows.getString(index);
          case LONG -> rows.getLong(index);
          case INT -> rows.getInt(index);
          case BOOLEAN -> rows.getBoolean(index);
          case DECIMAL -> rows.getBigDecimal(index);
          case DATE -> rows.getObject(index, LocalDate.class);
          case MOMENT -> moment(rows.getObject(index, OffsetDateTime.class));
          case BYTES -> rows.getBytes(index);
        };
    return rows.wasNull() ? null : value;
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }

  private static int sqlType(Tables.Kind kind) {
    return switch (kind) {
      case TEXT -> Types.VARCHAR;
      case LONG -> Types.BIGINT;
      case INT -> Types.INTEGER;
      case BOOLEAN -> Types.BOOLEAN;
      case DECIMAL -> Types.NUMERIC;
      case DATE -> Types.DATE;
      case MOMENT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case BYTES -> Types.VARBINARY;
    };
  }
}
