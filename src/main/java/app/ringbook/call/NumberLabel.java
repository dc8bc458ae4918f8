package app.ringbook.call;

/** What a person said of a number that is nobody's customer. */
public enum NumberLabel {
  /** Somebody, but no customer: a supplier, a friend. */
  NOT_CUSTOMER,
  /** Calls that are a nuisance. */
  NUISANCE
}
