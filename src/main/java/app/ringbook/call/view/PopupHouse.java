package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.customer.CustomerSearch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller pop-up asks of the house. Called on background threads; whatever a method throws
 * is shown in the pop-up, and what was typed stays.
 */
public interface PopupHouse {

  /**
   * What was typed and not saved.
   *
   * @param note text; may be empty
   * @param nextContactAt chosen next contact, or null
   */
  record Draft(String note, @Nullable Instant nextContactAt) {
    /** Nothing typed. */
    public static final Draft EMPTY = new Draft("", null);
  }

  /** Whose call it was. */
  sealed interface Whose {
    /** Nothing is said about it. */
    record Open() implements Whose {}

    /** A customer that exists. */
    record Existing(long customerId, @Nullable Long contactId) implements Whose {}

    /**
     * A customer to be stored with the call's number.
     *
     * @param person name of the person; may be empty
     * @param company name of the customer; may be empty if the person is not
     * @param source where the customer comes from, or null
     */
    record Fresh(String person, String company, @Nullable String source) implements Whose {}

    /** Nobody who buys. */
    record NotCustomer() implements Whose {}

    /** Calls that are a nuisance. */
    record Nuisance() implements Whose {}
  }

  /**
   * What a person says of a call.
   *
   * @param card the call as it stands
   * @param whose whose call it was
   * @param draft note and next contact
   */
  record Result(CallCard card, Whose whose, Draft draft) {}

  /** What was typed for this call before, also before a restart. */
  Optional<Draft> draft(String callKey);

  /** Keeps what was typed; an empty draft is forgotten. */
  void keepDraft(String callKey, Draft draft);

  /**
   * Saves everything at once and forgets the draft.
   *
   * @return the journal entry by which it can be undone, 0 if there is nothing to undo
   */
  long save(Result result);

  /** Takes a saved result back. */
  void undo(long sequence);

  /** The call is put aside, to be looked at later. */
  void later(String callKey);

  /** Facts of a customer a person chose for the call. */
  CallCard.Customer facts(long customerId, @Nullable Long contactId);

  /** Customers by any part of name or number. */
  List<CustomerSearch.Hit> find(String text);

  /** Starts, pauses or goes on with the recording of a call. */
  void record(String callKey, boolean wanted);
}
