package app.ringbook.store;

import app.ringbook.store.sql.RowValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image of one row: every column but {@code id}, {@code version} and {@code row_crc}, which the
 * store keeps itself. Values are {@code String}, {@code Long}, {@code Integer}, {@code Boolean},
 * {@code BigDecimal}, {@code LocalDate}, {@code Instant}, {@code byte[]} or null.
 *
 * @param table name of the table
 * @param id key of the row
 * @param version 0 for a new row, else the version that was read
 * @param values by column name, in the order given
 */
public record Row(String table, long id, long version, Map<String, @Nullable Object> values) {

  /** Copies values that could change. */
  public Row {
    values =
        values instanceof RowValues
            ? values
            : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Starts an image of a row. */
  public static Builder of(String table, long id, long version) {
    return new Builder(table, id, version);
  }

  /** Collects the columns of a row. */
  public static final class Builder {
    private final String table;
    private final long id;
    private final long version;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Builder(String table, long id, long version) {
      this.table = table;
      this.id = id;
      this.version = version;
    }

    /** Sets one column. */
    public Builder set(String column, @Nullable Object value) {
      values.put(column, value);
      return this;
    }

    /** The finished image. */
    public Row build() {
      return new Row(table, id, version, values);
    }
  }
}
