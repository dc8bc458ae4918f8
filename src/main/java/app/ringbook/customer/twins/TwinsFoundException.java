package app.ringbook.customer.twins;

import app.ringbook.platform.ProblemException;
import java.util.List;

/** There are customers that may be the same one: nothing was stored, for want of a reason. */
public final class TwinsFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private final transient List<Twin> twins;

  TwinsFoundException(List<Twin> twins) {
    super("customer.problem.twins", twins.getFirst().name(), twins.size());
    this.twins = List.copyOf(twins);
  }

  /** The customers that may be the same one, the surest first. */
  public List<Twin> twins() {
    return twins == null ? List.of() : twins;
  }
}
