package app.ringbook.call.results;

import app.ringbook.platform.Texts;
import java.util.Locale;
import java.util.Optional;

/** The results of a call that the program has words for; a user may add words of their own. */
public enum CallResult {
  /** They want to go on. */
  INTERESTED(Next.BY_TIER),
  /** They asked to be called again. */
  CALL_BACK(Next.TOMORROW),
  /** They wait for a quote. */
  SEND_QUOTE(Next.TOMORROW),
  /** They do not need it now. */
  NO_NEED(Next.BY_TIER),
  /** Somebody else decides. */
  WRONG_PERSON(Next.BY_TIER),
  /** Somebody takes a message along. */
  LEFT_MESSAGE(Next.TOMORROW),
  /** Nobody took the call. */
  NO_ANSWER(Next.TOMORROW),
  /** It is not their number. */
  WRONG_NUMBER(Next.NONE),
  /** They asked not to be called any more: the customer is marked so. */
  DO_NOT_CALL(Next.NONE);

  /** When the next contact is proposed. */
  public enum Next {
    /** After the days of the customer's tier. */
    BY_TIER,
    /** On the next working day. */
    TOMORROW,
    /** Never. */
    NONE
  }

  private final Next next;

  CallResult(Next next) {
    this.next = next;
  }

  /** When the next contact is proposed after a call that came to this. */
  public Next next() {
    return next;
  }

  /** The program's own result of this stored name; empty for the user's own words. */
  public static Optional<CallResult> of(String name) {
    for (CallResult result : values()) {
      if (result.name().equals(name)) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** The words for a stored result: in the reader's language, or as the user wrote them. */
  public static String words(String name, Texts texts) {
    return of(name)
        .map(result -> texts.text("call.result." + result.name().toLowerCase(Locale.ROOT)))
        .orElse(name);
  }
}
