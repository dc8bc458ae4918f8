package app.ringbook.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a number belongs to. */
public sealed interface Match {

  /**
   * Somebody the number may belong to.
   *
   * @param customerId the customer
   * @param customerName the customer's name
   * @param contactId the person, or null for the company's own number
   * @param contactName the person's name, or null
   * @param role what the person does, or null
   * @param why why it matches
   * @param rank place in the ranking, 1 first
   */
  record Candidate(
      long customerId,
      String customerName,
      @Nullable Long contactId,
      @Nullable String contactName,
      @Nullable String role,
      MatchReason why,
      int rank) {}

  /** Nobody's number, or no number at all. */
  record None() implements Match {}

  /** One of the office's own lines. */
  record Own() implements Match {}

  /** Surely one. */
  record One(Candidate candidate) implements Match {}

  /** A person has to choose; also a single candidate that is not sure. */
  record Several(List<Candidate> ranked) implements Match {
    /** Copies the list. */
    public Several {
      ranked = List.copyOf(ranked);
    }
  }

  /** All candidates, the likeliest first. */
  default List<Candidate> candidates() {
    return switch (this) {
      case One one -> List.of(one.candidate());
      case Several several -> several.ranked();
      case None none -> List.of();
      case Own own -> List.of();
    };
  }
}
