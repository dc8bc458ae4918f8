package app.ringbook.customer.stored;

import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.index.Find;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.store.Database;
import app.ringbook.store.sql.PlainRows;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written about customers, as far as it was found: the words around the find. */
public final class FoundWords {
  private static final int BEFORE = 20;
  private static final int AFTER = 60;
  private final Map<Long, List<String>> rows = new HashMap<>();
  private final List<String> words;

  /**
   * The words of a find.
   *
   * @param column where they stand
   * @param around the found words and what stands beside them
   */
  public record Passage(String column, String around) {}

  /** Reads the rows of the finds that are words. */
  public FoundWords(Database database, List<Find> finds, List<String> words) {
    this.words = words;
    Map<TextSource, List<Long>> ids =
        finds.stream()
            .filter(find -> find.kind() == TextSource.Kind.WORDS.place())
            .map(Find::id)
            .collect(
                Collectors.groupingBy(
                    TextSource::ofWords, Collectors.mapping(TextSource::row, Collectors.toList())));
    ids.forEach(
        (source, some) ->
            database.rows(
                source.rows(),
                PlainRows.Which.of(some),
                (id, owner, texts) -> rows.put(source.key(id), source.shown(texts))));
  }

  /** What was found; null if it is gone meanwhile. */
  public @Nullable Passage of(Find find) {
    List<String> texts = rows.get(find.id());
    if (texts == null) {
      return null;
    }
    List<String> columns = TextSource.ofWords(find.id()).rows().columns();
    for (String word : words) {
      for (int i = 0; i < texts.size(); i++) {
        String text = columns.get(i).equals("custom") ? custom(texts.get(i), word) : texts.get(i);
        if (NameKeys.fold(text).contains(word)) {
          return new Passage(columns.get(i), around(text, word));
        }
      }
    }
    return new Passage(columns.getFirst(), texts.getFirst());
  }

  private static String custom(String column, String word) {
    CustomValues values = CustomValues.of(column);
    return values.keys().stream()
        .map(key -> String.valueOf(values.get(key)))
        .filter(value -> NameKeys.fold(value).contains(word))
        .sorted()
        .findFirst()
        .orElse("");
  }

  private static String around(String text, String word) {
    int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word));
    int from = Math.min(text.length(), Math.max(0, at - BEFORE));
    int to = Math.min(text.length(), at + word.length() + AFTER);
    return text.substring(from, to).replace('\n', ' ').strip();
  }
}
