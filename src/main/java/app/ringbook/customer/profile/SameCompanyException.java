package app.ringbook.customer.profile;

import app.ringbook.platform.ProblemException;

/**
 * The registered name or the credit code is another customer's. It can be saved all the same, with
 * a reason why it is a different company: see {@link Profile.Builder#differentReason}.
 */
public final class SameCompanyException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private final long customerId;

  SameCompanyException(LegalIdentity.Same same) {
    super(
        same.byCode() ? "customer.problem.same_code" : "customer.problem.same_legal_name",
        same.name());
    customerId = same.customerId();
  }

  /** The other customer. */
  public long customerId() {
    return customerId;
  }
}
