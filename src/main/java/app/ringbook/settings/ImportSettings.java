package app.ringbook.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was chosen in earlier imports.
 *
 * @param matches by the shape of a file, which column fills which field: the field's key by the
 *     column's header
 */
public record ImportSettings(Map<String, Map<String, String>> matches) {
  private static final int KEPT = 50;

  /** Nothing imported yet. */
  public static final ImportSettings DEFAULT = new ImportSettings(Map.of());

  /** With one more match; the oldest go when there are too many. */
  public ImportSettings with(String shape, Map<String, String> match) {
    Map<String, Map<String, String>> more = new LinkedHashMap<>(matches);
    more.remove(shape);
    more.put(shape, match);
    while (more.size() > KEPT) {
      more.remove(more.keySet().iterator().next());
    }
    return new ImportSettings(more);
  }
}
