package app.ringbook.customer.fields;

import java.util.Locale;

/** What can have fields of the user's own. */
public enum FieldObject {
  /** A company or person one sells to. */
  CUSTOMER,
  /** A person at a customer. */
  CONTACT,
  /** A stranger who may become a customer. */
  LEAD,
  /** A chance to sell. */
  DEAL,
  /** Something one sells. */
  PRODUCT,
  /** Something signed. */
  CONTRACT;

  /** Text key of its name. */
  public String key() {
    return "customer.object." + name().toLowerCase(Locale.ROOT);
  }
}
