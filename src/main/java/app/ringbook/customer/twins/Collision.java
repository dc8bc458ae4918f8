package app.ringbook.customer.twins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two stored customers that may be one and the same.
 *
 * @param one the one that was stored first
 * @param likeness how alike the names are, in percent; 100 if something else says so
 */
public record Collision(Side one, Side other, Twin.Why why, int likeness) {

  /**
   * One of the two.
   *
   * @param owner who looks after it, or null if nobody does
   * @param lastContactAt when anybody last talked to it, or null
   */
  public record Side(
      long id, String name, @Nullable String owner, @Nullable Instant lastContactAt) {}
}
