package app.ringbook.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in earlier imports.
 *
 * @param matches by the shape of a file, which column fills which field: the field's key by the
 *     column's header
 * @param choices by the shape of a file, what was decided about its fields and their values
 */
public record ImportSettings(
    Map<String, Map<String, String>> matches, Map<String, Choices> choices) {
  private static final int KEPT = 50;

  /** Nothing imported yet. */
  public static final ImportSettings DEFAULT = new ImportSettings(Map.of(), Map.of());

  /** A file of an earlier version has matches only. */
  public ImportSettings(
      @Nullable Map<String, Map<String, String>> matches, @Nullable Map<String, Choices> choices) {
    this.matches = matches == null ? Map.of() : matches;
    this.choices = choices == null ? Map.of() : choices;
  }

  /**
   * What was decided about the fields of one shape of file, each by key of the field.
   *
   * @param rules what values do to stored records
   * @param orders which part of dates comes first
   * @param values which value of the program a value of the file means; empty if it is left out
   */
  public record Choices(
      Map<String, String> rules,
      Map<String, String> orders,
      Map<String, Map<String, String>> values) {
    /** Nothing decided. */
    public static final Choices NONE = new Choices(Map.of(), Map.of(), Map.of());

    /** What is missing in the file is empty. */
    public Choices(
        @Nullable Map<String, String> rules,
        @Nullable Map<String, String> orders,
        @Nullable Map<String, Map<String, String>> values) {
      this.rules = rules == null ? Map.of() : rules;
      this.orders = orders == null ? Map.of() : orders;
      this.values = values == null ? Map.of() : values;
    }
  }

  /** With one more match; the oldest go when there are too many. */
  public ImportSettings with(String shape, Map<String, String> match, Choices decided) {
    Map<String, Map<String, String>> more = new LinkedHashMap<>(matches);
    more.remove(shape);
    more.put(shape, match);
    while (more.size() > KEPT) {
      more.remove(more.keySet().iterator().next());
    }
    Map<String, Choices> about = new LinkedHashMap<>(choices);
    about.put(shape, decided);
    about.keySet().retainAll(more.keySet());
    return new ImportSettings(more, about);
  }
}
