package app.ringbook.customer.twins;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Another customer that may be the same one.
 *
 * @param owner who looks after it, or null if nobody does
 * @param lastContactAt when anybody last talked to it, or null
 * @param likeness how alike the names are, in percent; 100 if something else says so
 */
public record Twin(
    long customerId,
    String name,
    @Nullable String owner,
    @Nullable Instant lastContactAt,
    Why why,
    int likeness) {

  /** What says that it may be the same one, the surest first. */
  public enum Why {
    /** Both have one credit code. */
    CREDIT_CODE,
    /** One of the numbers is theirs. */
    PHONE,
    /** The name is the same but for spelling and legal form. */
    NAME,
    /** The name is nearly the same. */
    SIMILAR;

    /** Text key that says why; takes the likeness in percent. */
    public String key() {
      return "customer.twin." + name().toLowerCase(Locale.ROOT);
    }
  }
}
