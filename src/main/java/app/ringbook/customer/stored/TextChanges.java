package app.ringbook.customer.stored;

import app.ringbook.customer.index.LiveTexts.Text;
import app.ringbook.store.Committed;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the database does to the texts that are searched; null for a text that is gone.
 *
 * @param sequence place of the change in the journal
 */
record TextChanges(
    long sequence,
    Map<Long, @Nullable Text> customers,
    Map<Long, @Nullable Text> contacts,
    Map<Long, @Nullable Text> phones) {

  /** Reads the row images of a change. */
  static TextChanges of(Committed committed) {
    TextChanges changes =
        new TextChanges(
            committed.sequence(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (RowChange row : committed.rows()) {
      switch (row.table()) {
        case "customer" -> changes.customers.put(row.id(), name(row));
        case "contact" -> changes.contacts.put(row.id(), name(row));
        case "phone" -> changes.phones.put(row.id(), number(row));
        default -> {}
      }
    }
    return changes;
  }

  private static @Nullable Text name(RowChange change) {
    Row after = change.after();
    if (after == null) {
      return null;
    }
    Map<String, @Nullable Object> values = after.values();
    String text =
        TextLines.ofName(
            Objects.toString(values.get("search_key"), ""), (String) values.get("email"));
    return new Text(owner(after), text);
  }

  private static @Nullable Text number(RowChange change) {
    Row after = change.after();
    if (after == null) {
      return null;
    }
    Map<String, @Nullable Object> values = after.values();
    String text =
        TextLines.ofNumber(
            Objects.toString(values.get("raw"), ""),
            (String) values.get("e164"),
            Objects.toString(values.get("national_digits"), ""));
    return new Text(owner(after), text);
  }

  private static long owner(Row row) {
    return Objects.requireNonNull(
        (Long) row.values().getOrDefault("customer_id", Long.valueOf(row.id())));
  }
}
