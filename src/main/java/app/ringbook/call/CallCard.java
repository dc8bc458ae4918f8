package app.ringbook.call;

import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call and its caller at one moment, ready to be shown. Immutable; a later card
 * of the same call has the same {@link Call#key}.
 *
 * @param call the call
 * @param number the other end's number; raw text empty if none is known
 * @param match who it may be
 * @param customer facts of the customer the call belongs to: the one match, or the one a person
 *     chose; null while nobody is sure
 * @param likely for a number nobody has: a customer whose numbers begin alike, or null
 * @param earlier calls with this number before this one
 * @param label what was said of this number before, or null
 * @param answeredAt when people began to talk, or null
 * @param recording whether it is recorded
 * @param kitLostAt when the kit went away during the call, or null
 * @param tellsHandset true if the kit tells when the handset is lifted; else a person may say so
 */
public record CallCard(
    Call call,
    PhoneNumber number,
    Match match,
    @Nullable Customer customer,
    @Nullable Likely likely,
    Earlier earlier,
    @Nullable NumberLabel label,
    @Nullable Instant answeredAt,
    Recording recording,
    @Nullable Instant kitLostAt,
    boolean tellsHandset) {

  /**
   * What to know about a customer when the phone rings.
   *
   * @param id the customer
   * @param name the customer's name
   * @param tier A, B, C or another word of the user's, or null
   * @param contactId the person, or null for the company's own number
   * @param contactName the person's name, or null
   * @param role what the person does, or null
   * @param lastContactAt when somebody last talked with the customer, or null
   * @param lastEntry the newest conversation or note, or null
   * @param nextContactAt what is agreed, or null
   * @param nextContactNote what it is about, or null
   * @param doNotCall true if the customer does not want to be called
   * @param needs products that would meet a need nobody has met, the most pressing first
   */
  public record Customer(
      long id,
      String name,
      @Nullable String tier,
      @Nullable Long contactId,
      @Nullable String contactName,
      @Nullable String role,
      @Nullable Instant lastContactAt,
      @Nullable TimelineEntry lastEntry,
      @Nullable Instant nextContactAt,
      @Nullable String nextContactNote,
      boolean doNotCall,
      List<String> needs) {
    /** Copies the list. */
    public Customer {
      needs = List.copyOf(needs);
    }
  }

  /**
   * A guess for a number nobody has.
   *
   * @param customerId the customer
   * @param customerName its name
   * @param commonDigits the leading digits that are the same, as a person reads them
   */
  public record Likely(long customerId, String customerName, String commonDigits) {}

  /**
   * Calls with the same number before this one.
   *
   * @param today calls since midnight in the user's zone
   * @param missedToday those of them nobody took
   * @param all all calls
   * @param lastAt the newest one, or null
   */
  public record Earlier(int today, int missedToday, int all, @Nullable Instant lastAt) {
    /** The first call with this number. */
    public static final Earlier NONE = new Earlier(0, 0, 0, null);
  }

  /** Which calls are recorded. Asked on the call thread: to be answered at once. */
  public interface RecordingRule {
    /** What the user chose. */
    PhoneSettings.RecordCalls choice();

    /** True if calls with this number are never recorded, whatever anybody says. */
    boolean excluded(PhoneNumber number);

    /**
     * True if the customer said last time not to be recorded: then a call is recorded only when a
     * person says so. Asked on the paperwork thread; may wait for the database.
     */
    default boolean refusedBefore(long customerId) {
      return false;
    }

    /**
     * True if the other end said in this very call not to be recorded. Asked on the paperwork
     * thread; may wait for the database.
     */
    default boolean refusedIn(String callKey) {
      return false;
    }

    /** Words to read out while a call is recorded: empty for the built-in ones, null for none. */
    default @Nullable String notice() {
      return null;
    }
  }

  /**
   * Whether the call is recorded.
   *
   * @param state whether
   * @param reasonKey text key of the sentence that says why not, or what is wrong with it; or null
   * @param reasonArguments arguments of that sentence
   */
  public record Recording(State state, @Nullable String reasonKey, List<Object> reasonArguments) {
    /** Copies the list. */
    public Recording {
      reasonArguments = List.copyOf(reasonArguments);
    }

    /** Whether a call is recorded. */
    public enum State {
      /** Starts by itself when the handset is lifted. */
      WHEN_LIFTED,
      /** Starts when a person says so in the pop-up. */
      WHEN_ASKED,
      /** Goes on. */
      RUNNING,
      /** A person paused it. */
      PAUSED,
      /** Is not made, or broke off; the reason says why. */
      OFF,
      /** Made, and safe. */
      DONE
    }

    /** A recording in this state that needs no reason. */
    public static Recording of(State state) {
      return new Recording(state, null, List.of());
    }

    /** No recording, and why. */
    public static Recording off(String reasonKey, Object... reasonArguments) {
      return new Recording(State.OFF, reasonKey, List.of(reasonArguments));
    }
  }
}
