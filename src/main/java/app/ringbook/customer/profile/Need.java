package app.ringbook.customer.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer needs.
 *
 * @param id key; 0 while it is not stored
 * @param version version that was read
 * @param customerId whose need it is
 * @param product what would meet it, by name
 * @param importance how much it matters
 * @param detail in words, or null
 * @param met true once it is met
 */
public record Need(
    long id,
    long version,
    long customerId,
    String product,
    Importance importance,
    @Nullable String detail,
    boolean met) {

  /** How much a need matters. */
  public enum Importance {
    /** They cannot do without. */
    MUST,
    /** They should have it. */
    SHOULD,
    /** It would be nice. */
    NICE;

    /** Text key of its name. */
    public String key() {
      return "customer.need." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same need, met or not. */
  public Need withMet(boolean changed) {
    return new Need(id, version, customerId, product, importance, detail, changed);
  }
}
