package app.ringbook.telephony.driver.ncid;

/** One line of a server. */
sealed interface NcidRecord {

  /**
   * A code of three digits: 200 greeting, 210 and 211 version of the protocol, 250 to 254 state of
   * the log, 300 end of the startup.
   */
  record Code(int code, String text) implements NcidRecord {}

  /**
   * A call.
   *
   * @param kind who called whom
   * @param history true if it is of the server's log
   * @param date eight digits as sent, month or day first
   * @param time four digits as sent
   * @param line name of the telephone line as sent, may be empty
   * @param number as sent, may be a word or empty
   * @param name as sent, may be empty
   */
  record Call(
      Kind kind, boolean history, String date, String time, String line, String number, String name)
      implements NcidRecord {}

  /** Kinds of calls. */
  enum Kind {
    /** Somebody calls. */
    INCOMING,
    /** Somebody calls while people talk on the line. */
    WAITING,
    /** Somebody called and was turned away by the server. */
    REFUSED,
    /** Somebody is called. */
    OUTGOING
  }

  /**
   * Ringing on a line.
   *
   * @param rings rings so far; 0 ringing is over, -1 nobody answered, -2 hung up after an answer,
   *     -3 engaged, -4 the server hung up
   */
  record Rings(String line, int rings) implements NcidRecord {}

  /**
   * A call is over.
   *
   * @param history true if it is of the server's log
   * @param answered true if somebody had answered
   * @param outgoing who called whom
   * @param started {@code mm/dd/yyyy hh:mm:ss}, or empty
   * @param ended likewise
   */
  record End(
      boolean history,
      boolean answered,
      boolean outgoing,
      String started,
      String ended,
      String line,
      String number)
      implements NcidRecord {}

  /** A line that tells of no call: messages, options, what is not known. */
  record Other(String type) implements NcidRecord {}
}
