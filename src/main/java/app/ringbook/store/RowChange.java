package app.ringbook.store;

import org.jspecify.annotations.Nullable;

/**
 * One row before and after. Both images are complete.
 *
 * @param before null for an inserted row
 * @param after null for a deleted row
 */
public record RowChange(@Nullable Row before, @Nullable Row after) {

  /** Name of the table. */
  public String table() {
    return any().table();
  }

  /** Key of the row. */
  public long id() {
    return any().id();
  }

  private Row any() {
    Row row = after != null ? after : before;
    if (row == null) {
      throw new IllegalStateException("A change without images");
    }
    return row;
  }
}
