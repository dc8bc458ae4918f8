package app.ringbook.customer.history;

import app.ringbook.customer.fields.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was different afterwards.
 *
 * @param sequence the journal entry it belongs to
 * @param at when
 * @param actor who did it
 * @param action text key of the change it was part of; takes the subject
 * @param subject what that change was done to, in the user's words
 * @param undone true if that change was taken back later
 * @param what the difference
 */
public record HistoryLine(
    long sequence,
    Instant at,
    String actor,
    String action,
    String subject,
    boolean undone,
    What what) {

  /** A difference. */
  public sealed interface What {}

  /**
   * A field of the customer, or of one of its people, got another value.
   *
   * @param contactId the person, or null for the customer
   * @param person the person's name then, or null
   */
  public record OfField(
      Field<?> field,
      @Nullable Long contactId,
      @Nullable String person,
      @Nullable Object before,
      @Nullable Object after)
      implements What {}

  /**
   * Something came, went, or became another.
   *
   * @param key text key of what it is
   * @param before how it read, or null if it came
   * @param after how it reads, or null if it went
   */
  public record OfPart(String key, @Nullable String before, @Nullable String after)
      implements What {}
}
