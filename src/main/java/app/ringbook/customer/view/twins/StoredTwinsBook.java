package app.ringbook.customer.view.twins;

import app.ringbook.customer.merge.MergeDraft;
import app.ringbook.customer.merge.Merges;
import app.ringbook.customer.twins.Collision;
import app.ringbook.customer.twins.Collisions;
import app.ringbook.customer.twins.Taken;
import app.ringbook.platform.Progress;
import java.util.List;

/** The work of these screens, done in the store. */
public record StoredTwinsBook(Collisions collisions, Merges merges, Taken taken)
    implements TwinsBook {

  @Override
  public List<Collision> report(boolean differentOwners, Progress progress) {
    return collisions.report(differentOwners, progress);
  }

  @Override
  public long assign(Collision collision, String owner) {
    return collisions.assign(collision, owner);
  }

  @Override
  public long different(Collision collision, String reason) {
    return collisions.different(collision, reason);
  }

  @Override
  public MergeDraft draft(List<Long> customerIds) {
    return merges.draft(customerIds);
  }

  @Override
  public long merge(MergeDraft draft) {
    return merges.merge(draft).sequence();
  }

  @Override
  public Taken.Answer taken(String text) {
    return taken.ask(text);
  }
}
