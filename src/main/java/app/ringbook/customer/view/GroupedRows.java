package app.ringbook.customer.view;

import app.ringbook.customer.columns.Grouping;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the rows of a grouped list: a heading for each group, and its customers unless it
 * is folded. A heading has a key below zero, which no customer has.
 */
final class GroupedRows {
  private final Set<String> folded = new HashSet<>();
  private Grouping grouping = Grouping.none(new long[0]);
  private String field = "";

  /** Groups by another field, or the same anew; which are folded stays with the same field. */
  void show(String by, Grouping shown) {
    if (!by.equals(field)) {
      folded.clear();
    }
    field = by;
    grouping = shown;
  }

  /** The key of the field it is grouped by; empty for no groups. */
  String field() {
    return field;
  }

  /** True if rows with this key are headings. */
  static boolean heading(long id) {
    return id < 0;
  }

  /** The group of a heading; null if there is none any more. */
  Grouping.@Nullable Group group(long id) {
    int index = (int) (-id - 1);
    return heading(id) && index < grouping.groups().size() ? grouping.groups().get(index) : null;
  }

  /** True if only the heading of the group is shown. */
  boolean isFolded(Grouping.Group group) {
    return folded.contains(name(group));
  }

  /** Folds a group, or shows its customers again. */
  void fold(Grouping.Group group, boolean fold) {
    if (fold) {
      folded.add(name(group));
    } else {
      folded.remove(name(group));
    }
  }

  private static String name(Grouping.Group group) {
    return Objects.toString(group.value(), "");
  }

  /** Keys of the rows, from the top. */
  long[] rows() {
    if (grouping.groups().isEmpty()) {
      return grouping.ids();
    }
    long[] rows = new long[grouping.ids().length + grouping.groups().size()];
    int size = 0;
    int number = 0;
    for (Grouping.Group group : grouping.groups()) {
      number++;
      rows[size++] = -number;
      if (!isFolded(group)) {
        System.arraycopy(grouping.ids(), group.from(), rows, size, group.count());
        size += group.count();
      }
    }
    return Arrays.copyOf(rows, size);
  }
}
