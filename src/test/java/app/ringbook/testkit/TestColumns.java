package app.ringbook.testkit;

import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.columns.ColumnStore;

/** Columns of a test's customers. */
public final class TestColumns {
  private TestColumns() {}

  /** Follow this database from now on. */
  public static ColumnStore of(TestDatabase test) {
    return new ColumnStore(
        test.database(),
        test.clock(),
        () -> CatalogueColumns.of(TestFields.catalogue(test.clock())));
  }
}
