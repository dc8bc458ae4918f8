package app.ringbook.store.sql;

import java.sql.SQLException;

/** The database refused a statement: a mistake of ours, or a fault that the engine names. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SQLException sql;

  /** Wraps the cause. */
  public StoreFailure(SQLException cause) {
    super(cause.getMessage(), cause);
    this.sql = cause;
  }

  /** The failure of the database itself. */
  public SQLException sql() {
    return sql;
  }
}
