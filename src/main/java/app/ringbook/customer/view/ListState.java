package app.ringbook.customer.view;

import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.FilterText;
import app.ringbook.customer.filter.OwnViews;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.CustomerListSettings.View;
import java.util.List;

/**
 * What the list shows: all that a view keeps but its name.
 *
 * @param filter who is listed
 * @param sort key of the field it is sorted by
 * @param descending true if the order runs downwards
 * @param columns shown fields with their widths, from the left
 * @param group key of the field it is grouped by; empty for no groups
 */
public record ListState(
    Filter filter, String sort, boolean descending, List<Column> columns, String group) {
  /** Columns of a list that nobody has changed. */
  static final List<Column> USUAL_COLUMNS = OwnViews.USUAL_COLUMNS;

  /** Everybody by name. */
  public static final ListState EVERYBODY =
      new ListState(Filter.everyone(), ColumnStore.BY_NAME, false, USUAL_COLUMNS, "");

  /** Copies the columns. */
  public ListState {
    columns = List.copyOf(columns);
  }

  /** What a view keeps; one that cannot be read any more lists everybody. */
  static ListState of(View view) {
    Filter filter;
    try {
      filter = FilterText.read(view.filter());
    } catch (ProblemException e) {
      filter = Filter.everyone();
    }
    List<Column> columns = view.columns().isEmpty() ? USUAL_COLUMNS : view.columns();
    return new ListState(filter, view.sort(), view.descending(), columns, view.group());
  }

  /** As a view keeps it. */
  View view(String id, String name) {
    return new View(id, name, FilterText.write(filter), sort, descending, columns, group);
  }

  /** The same with another filter. */
  public ListState withFilter(Filter changed) {
    return new ListState(changed.simplified(), sort, descending, columns, group);
  }

  /** The same in another order. */
  public ListState sortedBy(String field, boolean downwards) {
    return new ListState(filter, field, downwards, columns, group);
  }

  /** The same with other columns. */
  public ListState withColumns(List<Column> changed) {
    return new ListState(filter, sort, descending, changed, group);
  }

  /** The same in groups by a field; empty for no groups. */
  public ListState groupedBy(String field) {
    return new ListState(filter, sort, descending, columns, field);
  }
}
