package app.ringbook.store.keys;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told of rows that were written. */
@FunctionalInterface
public interface WrittenRows {
  /**
   * A row was inserted, replaced or deleted.
   *
   * @param before values by column, null for an inserted row
   * @param after values by column, null for a deleted row
   */
  void row(
      String table,
      long id,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after);
}
