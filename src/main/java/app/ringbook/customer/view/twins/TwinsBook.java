package app.ringbook.customer.view.twins;

import app.ringbook.customer.merge.MergeDraft;
import app.ringbook.customer.twins.Collision;
import app.ringbook.customer.twins.Taken;
import app.ringbook.platform.Progress;
import java.util.List;

/**
 * What the screens of this package read and do. Everything blocks and is called off the window's
 * thread. What changes something returns its place in the journal.
 */
public interface TwinsBook {

  /**
   * Pairs of customers that may be one.
   *
   * @param differentOwners true for those only that two people look after
   */
  List<Collision> report(boolean differentOwners, Progress progress);

  /** Gives both to one person. */
  long assign(Collision collision, String owner);

  /** Says that they are different. */
  long different(Collision collision, String reason);

  /** What can be made of two to five customers. */
  MergeDraft draft(List<Long> customerIds);

  /** Makes one of them. */
  long merge(MergeDraft draft);

  /** Whether somebody works on a company already. */
  Taken.Answer taken(String text);
}
