package app.ringbook.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a list shows; the newest come first.
 *
 * @param tab which kind
 * @param text part of a name, number or note; empty for all
 * @param customerId only calls of this customer, or null
 * @param since only calls from this moment on, or null
 * @param narrow what else a call must have
 */
public record CallFilter(
    Tab tab, String text, @Nullable Long customerId, @Nullable Instant since, Narrow narrow) {

  /** Without anything that narrows it. */
  public CallFilter(Tab tab, String text, @Nullable Long customerId, @Nullable Instant since) {
    this(tab, text, customerId, since, Narrow.NONE);
  }

  /**
   * What else a call must have to be shown; all of it together.
   *
   * @param leastTalkMillis how long people talked at least; 0 for any
   * @param result name of a {@link app.ringbook.call.results.CallResult}, or null for any
   * @param commented only calls somebody commented on or marked
   * @param contactId only calls with this person, or null
   * @param takenBy only calls that this user took or made, or null
   */
  public record Narrow(
      long leastTalkMillis,
      @Nullable String result,
      boolean commented,
      @Nullable Long contactId,
      @Nullable String takenBy) {
    /** Nothing. */
    public static final Narrow NONE = new Narrow(0, null, false, null, null);

    /** The same for calls that lasted so long at least. */
    public Narrow withLeastTalk(long millis) {
      return new Narrow(millis, result, commented, contactId, takenBy);
    }

    /** The same for another result; null for any. */
    public Narrow withResult(@Nullable String changed) {
      return new Narrow(leastTalkMillis, changed, commented, contactId, takenBy);
    }

    /** The same for commented calls alone, or for all. */
    public Narrow withCommented(boolean only) {
      return new Narrow(leastTalkMillis, result, only, contactId, takenBy);
    }

    /** The same for another person at the other end; null for any. */
    public Narrow withContact(@Nullable Long changed) {
      return new Narrow(leastTalkMillis, result, commented, changed, takenBy);
    }

    /** The same for another of us; null for anybody. */
    public Narrow withTakenBy(@Nullable String changed) {
      return new Narrow(leastTalkMillis, result, commented, contactId, changed);
    }
  }

  /** The kinds of calls a person looks for. */
  public enum Tab {
    /** All of them. */
    ALL,
    /** Incoming, nobody took it, and nobody dealt with it yet. */
    MISSED,
    /** Incoming and nobody took it, dealt with or not. */
    MISSED_EVER,
    /** From a number of which nobody said whose it is. */
    NOT_LINKED,
    /** From the kit's memory. */
    STORED,
    /** With a recording. */
    RECORDED,
    /** Nobody wrote down yet what it was about. */
    TO_REVIEW
  }

  /**
   * How many calls each tab shows, for the same text, customer and time.
   *
   * @param all {@link Tab#ALL}
   * @param answered those of all in which people talked
   * @param missed {@link Tab#MISSED}
   * @param notLinked {@link Tab#NOT_LINKED}
   * @param stored {@link Tab#STORED}
   * @param recorded {@link Tab#RECORDED}
   * @param toReview {@link Tab#TO_REVIEW}
   */
  public record Counts(
      long all,
      long answered,
      long missed,
      long notLinked,
      long stored,
      long recorded,
      long toReview) {

    /** The number beside a tab. */
    public long of(Tab tab) {
      return switch (tab) {
        case ALL -> all;
        case MISSED, MISSED_EVER -> missed;
        case NOT_LINKED -> notLinked;
        case STORED -> stored;
        case RECORDED -> recorded;
        case TO_REVIEW -> toReview;
      };
    }
  }

  /** All calls. */
  public static final CallFilter ALL = new CallFilter(Tab.ALL, "", null, null);

  /** The same list for another tab. */
  public CallFilter withTab(Tab changed) {
    return new CallFilter(changed, text, customerId, since, narrow);
  }

  /** The same list with another text. */
  public CallFilter withText(String changed) {
    return new CallFilter(tab, changed, customerId, since, narrow);
  }

  /** The same list for one customer; null for all. */
  public CallFilter withCustomer(@Nullable Long changed) {
    return new CallFilter(tab, text, changed, since, narrow);
  }

  /** The same list from a moment on; null for all. */
  public CallFilter withSince(@Nullable Instant changed) {
    return new CallFilter(tab, text, customerId, changed, narrow);
  }

  /** The same list with other demands. */
  public CallFilter withNarrow(Narrow changed) {
    return new CallFilter(tab, text, customerId, since, changed);
  }
}
