package app.ringbook.ui.controls;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The rows a person checked, by id, apart from the table's own selection: that one freezes with
 * thousands of rows. "All" means all that match the list's filter, whatever their number, less
 * those taken out again. Used on the window's thread.
 */
public final class CheckedIds {
  private final Set<Long> ids = new HashSet<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private boolean all;
  private int size;

  /** How many are checked. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Counts changes: rows and their boxes follow it. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** True if this row is checked. */
  public boolean has(long id) {
    return ids.contains(id) != all;
  }

  /** True if "all that match" was chosen and none taken out. */
  public boolean all() {
    return all && ids.isEmpty();
  }

  /** Checks or unchecks a row. */
  public void set(long id, boolean checked) {
    if (checked == all) {
      ids.remove(id);
    } else {
      ids.add(id);
    }
    changed();
  }

  /** Turns a row's check round. */
  public void toggle(long id) {
    set(id, !has(id));
  }

  /** Checks all that match; {@code size} is how many these are. */
  public void checkAll(int size) {
    ids.clear();
    all = true;
    this.size = size;
    changed();
  }

  /** Unchecks everything. */
  public void clear() {
    ids.clear();
    all = false;
    changed();
  }

  /**
   * The checked ids.
   *
   * @param matching the ids of the whole list, in order
   */
  public long[] of(long[] matching) {
    return java.util.Arrays.stream(matching).filter(this::has).toArray();
  }

  private void changed() {
    count.set(all ? size - ids.size() : ids.size());
    version.set(version.get() + 1);
  }
}
