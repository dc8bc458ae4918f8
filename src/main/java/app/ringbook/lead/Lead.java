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
 * @param job what they do there, or null
 * @param numberRaw their number as it came; may be empty if there is a name
 * @param numberE164 the number in international form, or null where it cannot be known
 * @param numberSuffix8 its last eight digits; may be empty
 * @param email or null
 * @param source how they came: name of a {@link LeadSource}, or the user's own words
 * @param owner who looks after them, or null
 * @param doNotCall true if they asked not to be called
 * @param nextContactAt when to get in touch next, or null
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
    @Nullable String job,
    String numberRaw,
    @Nullable String numberE164,
    String numberSuffix8,
    @Nullable String email,
    String source,
    @Nullable String owner,
    boolean doNotCall,
    @Nullable Instant nextContactAt,
    State state,
    @Nullable String note,
    @Nullable Long customerId,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

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

  /** What they are called: the name, else the company, else the number, else the address. */
  public String title() {
    String firm = company;
    if (!name.isBlank()) {
      return name;
    }
    if (firm != null && !firm.isBlank()) {
      return firm;
    }
    return numberRaw.isBlank() && email != null ? email : numberRaw;
  }

  /** The number to call: international where known, else as it came; may be empty. */
  public String numberToDial() {
    return numberE164 != null ? numberE164 : numberRaw;
  }
}
