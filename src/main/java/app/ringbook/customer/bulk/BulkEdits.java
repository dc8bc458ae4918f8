package app.ringbook.customer.bulk;

import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Carries a change out for many customers, in blocks that are each whole on the disk. All blocks
 * are one group of the journal, so that one undo takes them back, also after a crash in between.
 * Not for the window's thread.
 */
public final class BulkEdits {
  private static final int BLOCK = 500;
  private static final int EXAMPLES = 3;
  private final Database database;
  private final Customers customers;
  private final Profiles profiles;

  /** Over these customers. */
  public BulkEdits(Database database, Customers customers, Profiles profiles) {
    this.database = database;
    this.customers = customers;
    this.profiles = profiles;
  }

  /** A customer before and after, without people and numbers. */
  public record Example(CustomerRecord before, CustomerRecord after) {}

  /**
   * What a change would do.
   *
   * @param changed customers that would become others, or be deleted
   * @param same customers that are so already
   * @param examples the first ones that would change
   */
  public record Preview(long changed, long same, List<Example> examples) {
    /** Copies the examples. */
    public Preview {
      examples = List.copyOf(examples);
    }
  }

  /**
   * What a change did.
   *
   * @param group the group of the journal that takes it back
   * @param changed customers that are others now, or deleted
   * @param same customers that were so already, or were gone
   * @param whole false if it was stopped; the blocks done until then stay
   */
  public record Done(String group, long changed, long same, boolean whole) {}

  /**
   * Looks at every customer and changes none; progress in customers.
   *
   * @throws CancellationException if it was stopped
   * @throws ProblemException if the value cannot be kept
   */
  public Preview preview(long[] ids, BulkChange change, Progress progress) {
    long changed = 0;
    long same = 0;
    List<Example> examples = new ArrayList<>();
    for (int from = 0; from < ids.length; from += BLOCK) {
      progress.check();
      for (CustomerRecord before : records(block(ids, from), change)) {
        CustomerRecord after =
            before.with(change.applied(before.customer())).with(change.applied(before.profile()));
        if (change instanceof BulkChange.Delete || !after.equals(before)) {
          changed++;
          if (examples.size() < EXAMPLES) {
            examples.add(new Example(before, after));
          }
        } else {
          same++;
        }
      }
      progress.at(Math.min(ids.length, from + BLOCK), ids.length);
    }
    return new Preview(changed, same, examples);
  }

  private List<CustomerRecord> records(List<Long> ids, BulkChange change) {
    Map<Long, Profile> known =
        change instanceof BulkChange.EditProfile ? profiles.of(ids) : Map.of();
    return customers.byIds(ids).stream()
        .map(
            customer -> {
              Profile profile = known.getOrDefault(customer.id(), Profile.empty(customer.id()));
              return new CustomerRecord(customer, profile, List.of(), List.of());
            })
        .toList();
  }

  /**
   * Carries the change out; progress in customers. When it is stopped or fails, the blocks until
   * then stay and can be taken back.
   *
   * @param subject what is done, in the user's words, for history and undo
   */
  public Done run(long[] ids, BulkChange change, String subject, Progress progress) {
    String group = "bulk-" + UUID.randomUUID();
    Change entry = new Change("customer.change.bulk", subject, group);
    long changed = 0;
    for (int from = 0; from < ids.length; from += BLOCK) {
      if (progress.cancelled()) {
        return new Done(group, changed, from - changed, false);
      }
      List<Long> block = block(ids, from);
      changed += database.inTransaction(entry, tx -> one(tx, block, change)).value();
      progress.at(Math.min(ids.length, from + BLOCK), ids.length);
    }
    return new Done(group, changed, ids.length - changed, true);
  }

  private int one(Transaction tx, List<Long> block, BulkChange change) {
    return switch (change) {
      case BulkChange.EditProfile edit -> profiles.editAllIn(tx, block, edit.edit());
      case BulkChange.Delete delete -> {
        int deleted = 0;
        for (Long id : block) {
          deleted += customers.trashIn(tx, id) ? 1 : 0;
        }
        yield deleted;
      }
      default -> customers.editAllIn(tx, block, change::applied);
    };
  }

  private static List<Long> block(long[] ids, int from) {
    return Arrays.stream(ids, from, Math.min(ids.length, from + BLOCK)).boxed().toList();
  }
}
