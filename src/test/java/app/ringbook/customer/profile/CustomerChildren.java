package app.ringbook.customer.profile;

import java.util.List;

/**
 * Every table whose rows belong to a customer and go with it. Compared with the schema, so that a
 * new table cannot be forgotten.
 */
final class CustomerChildren {

  /** A table and the column that holds the customer's id. */
  record Child(String table, String column) {}

  /** All of them. */
  static final List<Child> ALL =
      List.of(
          new Child("contact", "customer_id"),
          new Child("phone", "customer_id"),
          new Child("timeline_entry", "customer_id"),
          new Child("call_record", "customer_id"),
          new Child("call_draft", "customer_id"),
          new Child("lead", "customer_id"),
          new Child("number_choice", "customer_id"),
          new Child("different_customer", "customer_id"),
          new Child("different_customer", "other_id"),
          new Child(ProfileRows.PROFILE, "id"),
          new Child(ProfileRows.DEPARTMENT, "customer_id"),
          new Child(ProfileRows.ADDRESS, "customer_id"),
          new Child(ProfileRows.NEED, "customer_id"),
          new Child(ProfileRows.FILE, "customer_id"),
          new Child("pool_entry", "customer_id"),
          new Child("pool_warning", "id"));

  private CustomerChildren() {}
}
