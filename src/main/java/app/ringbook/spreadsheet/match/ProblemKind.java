package app.ringbook.spreadsheet.match;

/** What can be wrong with a row or a cell. Only those that refuse keep the row out. */
public enum ProblemKind {
  /** Neither a customer, a person nor a phone. */
  NO_NAME("noName", true),
  /** Nobody could reach the lead: neither a usable phone nor an e-mail address. */
  NO_CONTACT("noContact", true),
  /** A contact without a name. */
  NO_PERSON("noPerson", true),
  /** The customer that the row belongs to is not there. */
  NO_CUSTOMER("noCustomer", true),
  /** Neither a customer nor a number says whose the row is. */
  CUSTOMER_UNSAID("customerUnsaid", true),
  /** The row names no customer, and its numbers are nobody's. */
  NUMBER_UNKNOWN("numberUnknown", true),
  /** A follow-up without a day. */
  NO_DATE("noDate", true),
  /** A follow-up in which nothing is said. */
  NO_TEXT("noText", true),
  /** A value longer than its field. */
  TOO_LONG("tooLong", true),
  /** Another customer has the credit code or the registered name, and no reason is given. */
  SAME_COMPANY("sameCompany", true),
  /** The sum under the rows. */
  TOTAL_ROW("totalRow", true),
  /** A phone that the file stores as a number, so that a leading 0 or + may be gone. */
  PHONE_AS_NUMBER("phoneAsNumber", false),
  /** A phone written like 1.39E+10: its digits are gone. */
  PHONE_DIGITS_LOST("phoneDigitsLost", false),
  /** A phone that fits no numbering plan. */
  PHONE_DOUBTFUL("phoneDoubtful", false),
  /** A date that another order would read differently. */
  DATE_MIXED("dateMixed", false),
  /** A date that cannot be read; it goes to the note. */
  DATE_UNREAD("dateUnread", false),
  /** A tier such as A+ that is taken as A. */
  TIER_MAPPED("tierMapped", false),
  /** A tier that is none; it goes to the note. */
  TIER_UNREAD("tierUnread", false),
  /** A value that its field cannot hold; it goes to the note. */
  VALUE_UNREAD("valueUnread", false),
  /** A formula that failed; taken as empty. */
  ERROR_CELL("errorCell", false),
  /** A name that is nearly that of a stored customer. */
  SIMILAR_NAME("similarName", false),
  /** The phone of a customer with another name. */
  SHARED_PHONE("sharedPhone", false);

  private final String key;
  private final boolean refuses;

  ProblemKind(String key, boolean refuses) {
    this.key = key;
    this.refuses = refuses;
  }

  /** Its name on the command line and in text keys. */
  public String key() {
    return key;
  }

  /** True if the row is not imported. */
  public boolean refuses() {
    return refuses;
  }

  /** Text key of the reason beside a refused row, for a problem that refuses. */
  public String reasonKey() {
    return "spreadsheet.reason." + key;
  }
}
