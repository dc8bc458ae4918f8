package app.ringbook.store.keys;

/** A column by whose values rows are found without an index of the embedded database. */
public enum KeyColumn {
  /** Customers in the order of a phone book. */
  CUSTOMER_NAME("customer", "name_key"),
  /** Customers by their key in another system. */
  CUSTOMER_EXTERNAL("customer", "external_key"),
  /** Numbers by their last eight digits. */
  PHONE_ENDING("phone", "suffix8");

  private final String table;
  private final String column;

  KeyColumn(String table, String column) {
    this.table = table;
    this.column = column;
  }

  /** Name of the table. */
  public String table() {
    return table;
  }

  /** Name of the column. */
  public String column() {
    return column;
  }
}
