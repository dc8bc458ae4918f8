package app.ringbook.lead;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may become a customer.
 *
 * @param id key of the row
 * @param version version that was read
 * @param name the person's name; may be empty if there is a number
 * @param company where they work, or null
 * @param numberRaw their number as it came; may be empty if there is a name
 * @param numberE164 the number in international form, or null where it cannot be known
 * @param numberSuffix8 its last eight digits; may be empty
 * @param email or null
 * @param source how they came
 * @param state how far it is
 * @param note what is known of them, or null
 * @param customerId the customer they became, or null
 * @param reason why they were rejected, or null
 * @param createdAt when they were kept first
 * @param updatedAt when something about them changed last
 */
public record Lead(
    long id,
    long version,
    String name,
    @Nullable String company,
    String numberRaw,
    @Nullable String numberE164,
    String numberSuffix8,
    @Nullable String email,
    Source source,
    State state,
    @Nullable String note,
    @Nullable Long customerId,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

  /** How a lead came. */
  public enum Source {
    /** Called, and nobody took it. */
    MISSED_CALL,
    /** Called, or was called. */
    CALL,
    /** Written down by a person. */
    FORM;

    /** Text key of its name. */
    public String key() {
      return "lead.source." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a lead is. */
  public enum State {
    /** Nobody did anything yet. */
    NEW,
    /** Somebody talked with them. */
    CONTACTED,
    /** Became a customer. */
    CONVERTED,
    /** Will not become one. */
    REJECTED;

    /** Text key of its name. */
    public String key() {
      return "lead.state." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** True while something can still come of it. */
  public boolean open() {
    return state == State.NEW || state == State.CONTACTED;
  }

  /** What they are called: the name, else the company, else the number. */
  public String title() {
    String firm = company;
    return !name.isBlank() ? name : firm != null && !firm.isBlank() ? firm : numberRaw;
  }

  /** The number to call: international where known, else as it came; may be empty. */
  public String numberToDial() {
    return numberE164 != null ? numberE164 : numberRaw;
  }
}
