package app.ringbook.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The views of the list of customers.
 *
 * @param views in the order of their tabs; empty until one was kept, then the list's own are there
 *     too
 * @param drafts what was changed in a view and not saved, by the view's id
 * @param chosen id of the view shown last
 * @param offered ids of the list's own views that were there once: those that were deleted do not
 *     come back, those of a newer version come once
 */
public record CustomerListSettings(
    List<View> views, Map<String, View> drafts, String chosen, List<String> offered) {
  /** The list's own views of the first version, which kept no word of what it had offered. */
  private static final List<String> FIRST = List.of("all", "due", "silent");

  /** What a new installation starts with: the list's own views. */
  public static final CustomerListSettings DEFAULT =
      new CustomerListSettings(List.of(), Map.of(), "", FIRST);

  /** Puts right what a hand-edited file may lack. */
  public CustomerListSettings(
      @Nullable List<View> views,
      @Nullable Map<String, View> drafts,
      @Nullable String chosen,
      @Nullable List<String> offered) {
    this.views = views == null ? List.of() : List.copyOf(views);
    this.drafts = drafts == null ? Map.of() : Map.copyOf(drafts);
    this.chosen = Objects.requireNonNullElse(chosen, "");
    this.offered = offered == null ? FIRST : List.copyOf(offered);
  }

  /**
   * A view.
   *
   * @param id its own, also of a view that lacks a name
   * @param name as the user named it; empty for one of the list's own that was not renamed
   * @param filter who is listed, in the text form of filters
   * @param sort key of the field it is sorted by
   * @param descending true if the order runs downwards
   * @param columns what is shown, from the left
   * @param group key of the field it is grouped by; empty for no groups
   */
  public record View(
      String id,
      String name,
      String filter,
      String sort,
      boolean descending,
      List<Column> columns,
      String group) {
    /** Puts right what a file from elsewhere may lack. */
    public View(
        @Nullable String id,
        @Nullable String name,
        @Nullable String filter,
        @Nullable String sort,
        boolean descending,
        @Nullable List<Column> columns,
        @Nullable String group) {
      this.id = Objects.requireNonNullElse(id, "");
      this.name = Objects.requireNonNullElse(name, "");
      this.filter = Objects.requireNonNullElse(filter, "");
      this.sort = Objects.requireNonNullElse(sort, "name");
      this.descending = descending;
      this.columns = columns == null ? List.of() : List.copyOf(columns);
      this.group = Objects.requireNonNullElse(group, "");
    }

    /** The same with another id and name. */
    public View named(String newId, String newName) {
      return new View(newId, newName, filter, sort, descending, columns, group);
    }
  }

  /**
   * A column of a view.
   *
   * @param field key of the field
   * @param width in pixels
   */
  public record Column(String field, double width) {
    /** Puts right what a file from elsewhere may lack. */
    public Column(@Nullable String field, double width) {
      this.field = Objects.requireNonNullElse(field, "");
      this.width = width;
    }
  }
}
