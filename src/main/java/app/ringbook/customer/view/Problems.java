package app.ringbook.customer.view;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.store.StaleRowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person is told when something failed. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /**
   * What happened, as something to be told.
   *
   * @param otherwise text key of the sentence for what nobody foresaw; the cause goes to the log
   *     where it is told
   */
  public static ProblemException known(Throwable problem, String otherwise) {
    return problem instanceof ProblemException known
        ? known
        : new ProblemException(problem, otherwise);
  }

  /** A sentence that says what happened and what is safe; the cause goes to the log. */
  public static String sentence(Throwable problem, Texts texts) {
    if (problem instanceof ProblemException known) {
      return known.sentence(texts);
    }
    if (problem instanceof StaleRowException) {
      return texts.text("customer.problem.stale");
    }
    LOG.error("A customer screen's work failed", problem);
    return texts.text("customer.problem.unexpected");
  }
}
