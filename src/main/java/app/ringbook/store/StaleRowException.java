package app.ringbook.store;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the row since it was read. Both images are here to be shown. */
public final class StaleRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Row mine;
  private final transient @Nullable Row stored;

  /**
   * @param mine what was to be written
   * @param stored what stands there now, or null if the row is gone
   */
  public StaleRowException(Row mine, @Nullable Row stored) {
    super("Row " + mine.id() + " of " + mine.table() + " was changed by somebody else");
    this.mine = mine;
    this.stored = stored;
  }

  /** What was to be written. */
  public Row mine() {
    return mine;
  }

  /** What stands there now, or null if the row is gone. */
  public @Nullable Row stored() {
    return stored;
  }
}
