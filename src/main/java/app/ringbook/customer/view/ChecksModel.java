package app.ringbook.customer.view;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Which rows are checked: some, or all that the list has except some. Nothing is kept for rows that
 * nobody named, so a million are checked at once. Used on the front thread.
 */
public final class ChecksModel {
  private final ReadOnlyObjectProperty<long[]> ids;
  private final Set<Long> named = new HashSet<>();
  private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private boolean all;

  /**
   * @param ids of the list; checks of rows that leave it are taken away
   */
  public ChecksModel(ReadOnlyObjectProperty<long[]> ids) {
    this.ids = ids;
    ids.addListener((at, was, is) -> keepThoseThere());
  }

  /** How many rows are checked. */
  public ReadOnlyLongProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Grows whenever a check changes, for those who show them. */
  public ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** True if the row is checked. */
  public boolean checked(long id) {
    return named.contains(id) != all;
  }

  /** True if every row of the list is checked. */
  public boolean everything() {
    return count.get() > 0 && count.get() == ids.get().length;
  }

  /** Checks or unchecks a row. */
  public void set(long id, boolean checked) {
    if (checked != all) {
      named.add(id);
    } else {
      named.remove(id);
    }
    told();
  }

  /** Checks or unchecks these rows. */
  public void setAll(long[] some, boolean checked) {
    for (long id : some) {
      if (checked != all) {
        named.add(id);
      } else {
        named.remove(id);
      }
    }
    told();
  }

  /** Checks all rows of the list. */
  public void checkAll() {
    named.clear();
    all = true;
    told();
  }

  /** Takes every check away. */
  public void clear() {
    named.clear();
    all = false;
    told();
  }

  /** The checked rows in the order of the list. */
  public long[] ids() {
    return Arrays.stream(ids.get()).filter(this::checked).toArray();
  }

  private void keepThoseThere() {
    if (!named.isEmpty()) {
      Set<Long> there = new HashSet<>();
      for (long id : ids.get()) {
        if (named.contains(id)) {
          there.add(id);
        }
      }
      named.retainAll(there);
    }
    if (all && ids.get().length == 0) {
      all = false;
    }
    told();
  }

  private void told() {
    count.set(all ? ids.get().length - named.size() : named.size());
    changes.set(changes.get() + 1);
  }
}
