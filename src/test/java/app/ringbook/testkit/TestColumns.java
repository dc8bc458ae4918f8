package app.ringbook.testkit;

import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.columns.ColumnStore;

/** Columns of a test's customers. */
public final class TestColumns {
  private TestColumns() {}

  /** Follow this database from now on. */
  public static ColumnStore of(TestDatabase test) {
    return new ColumnStore(test.database(), test.clock(), () -> ColumnField.BUILT_IN);
  }
}
