package app.ringbook.testkit;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same change to many customers in memory. */
final class FakeBulk {
  private FakeBulk() {}

  static BulkEdits.Preview preview(Map<Long, Portrait> all, long[] ids, BulkChange change) {
    List<BulkEdits.Example> examples = new ArrayList<>();
    for (long id : ids) {
      Portrait portrait = all.get(id);
      if (portrait != null) {
        Customer after = change.applied(portrait.customer());
        if (change instanceof BulkChange.Delete || !after.equals(portrait.customer())) {
          examples.add(new BulkEdits.Example(record(portrait.customer()), record(after)));
        }
      }
    }
    return new BulkEdits.Preview(
        examples.size(),
        ids.length - examples.size(),
        examples.subList(0, Math.min(3, examples.size())));
  }

  private static CustomerRecord record(Customer customer) {
    return new CustomerRecord(customer, Profile.empty(customer.id()), List.of(), List.of());
  }

  static Map<Long, Portrait> images(Map<Long, Portrait> all, long[] ids) {
    Map<Long, Portrait> images = new HashMap<>();
    for (long id : ids) {
      images.put(id, all.get(id));
    }
    return images;
  }

  static long run(Map<Long, Portrait> all, long[] ids, BulkChange change) {
    long changed = 0;
    for (BulkEdits.Example example : every(all, ids, change)) {
      long id = example.before().id();
      if (change instanceof BulkChange.Delete) {
        all.remove(id);
      } else {
        all.computeIfPresent(
            id,
            (key, old) -> new Portrait(example.after().customer(), old.contacts(), old.phones()));
      }
      changed++;
    }
    return changed;
  }

  private static List<BulkEdits.Example> every(
      Map<Long, Portrait> all, long[] ids, BulkChange change) {
    List<BulkEdits.Example> examples = new ArrayList<>();
    for (long id : ids) {
      examples.addAll(preview(all, new long[] {id}, change).examples());
    }
    return examples;
  }
}
