package app.ringbook.customer;

/** What a number is used for. */
public enum PhoneKind {
  /** A mobile phone. */
  MOBILE,
  /** A desk phone or the company's line. */
  OFFICE,
  /** A fax machine: never called back. */
  FAX,
  /** Anything else, and numbers nobody said more about. */
  OTHER
}
