package app.ringbook.customer.stored;

import app.ringbook.customer.index.LiveTexts.Text;
import app.ringbook.customer.stored.TextSource.Kind;
import app.ringbook.store.Committed;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the database does to the texts that are searched; null for a text that is gone.
 *
 * @param sequence place of the change in the journal
 * @param texts by kind and key
 */
record TextChanges(long sequence, Map<Kind, Map<Long, @Nullable Text>> texts) {

  /** Reads the row images of a change. */
  static TextChanges of(Committed committed) {
    Map<Kind, Map<Long, @Nullable Text>> texts = new EnumMap<>(Kind.class);
    for (RowChange row : committed.rows()) {
      for (TextSource source : TextSource.of(row.table())) {
        String before = text(source, row.before());
        String after = text(source, row.after());
        boolean moved = owner(source, row.before()) != owner(source, row.after());
        if (moved || !after.equals(before)) {
          texts
              .computeIfAbsent(source.kind(), kind -> new LinkedHashMap<>())
              .put(
                  source.key(row.id()),
                  after.isEmpty() ? null : new Text(owner(source, row.after()), after));
        }
      }
    }
    return new TextChanges(committed.sequence(), texts);
  }

  private static String text(TextSource source, @Nullable Row row) {
    if (row == null) {
      return "";
    }
    List<String> columns = source.rows().columns();
    @Nullable String[] texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = row.values().get(columns.get(i));
      texts[i] = value == null ? null : value.toString();
    }
    return source.text(texts);
  }

  private static long owner(TextSource source, @Nullable Row row) {
    if (row == null) {
      return 0;
    }
    String column = source.rows().owner();
    return column.equals("id") ? row.id() : (Long) Objects.requireNonNull(row.values().get(column));
  }
}
