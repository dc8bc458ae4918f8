package app.ringbook.store.history;

import app.ringbook.platform.Texts;
import app.ringbook.store.Database.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which rows an undo or a restore left as they are, and why. */
public final class KeptWords {
  private static final Set<String> NAMED =
      Set.of(
          "customer", "contact", "phone", "timeline_entry", "call_record", "lead", "customer_file");

  private KeptWords() {}

  /** One phrase for rows of a kind that were left for one reason; empty if nothing was left. */
  public static String of(List<Kept> kept, Texts texts) {
    Map<List<String>, Integer> groups = new LinkedHashMap<>();
    for (Kept one : kept) {
      String table = NAMED.contains(one.table()) ? one.table() : "other";
      groups.merge(List.of("store.kept." + table, one.why()), 1, Integer::sum);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                texts.text(
                    "store.kept.line",
                    texts.text(group.getKey().getFirst(), group.getValue()),
                    texts.text(group.getKey().getLast())))
        .collect(Collectors.joining(texts.text("store.kept.between")));
  }
}
