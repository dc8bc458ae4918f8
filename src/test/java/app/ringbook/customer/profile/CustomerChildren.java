package app.ringbook.customer.profile;

import java.util.List;

/**
 * Every table whose rows belong to a customer: what a merge or hand-over moves. A test compares it
 * with the schema, so a new table cannot be forgotten.
 */
public final class CustomerChildren {

  /**
   * A table and the column that holds the customer's id.
   *
   * @param alone true if a customer has at most one such row, so that two cannot simply be moved
   *     together
   */
  public record Child(String table, String column, boolean alone) {}

  /** All of them. */
  public static final List<Child> ALL =
      List.of(
          new Child("contact", "customer_id", false),
          new Child("phone", "customer_id", false),
          new Child("timeline_entry", "customer_id", false),
          new Child("call_record", "customer_id", false),
          new Child("call_draft", "customer_id", false),
          new Child("lead", "customer_id", false),
          new Child("number_choice", "customer_id", false),
          new Child("different_customer", "customer_id", false),
          new Child("different_customer", "other_id", false),
          new Child(ProfileRows.PROFILE, "id", true),
          new Child(ProfileRows.DEPARTMENT, "customer_id", false),
          new Child(ProfileRows.ADDRESS, "customer_id", false),
          new Child(ProfileRows.NEED, "customer_id", false),
          new Child(ProfileRows.FILE, "customer_id", false));

  private CustomerChildren() {}
}
