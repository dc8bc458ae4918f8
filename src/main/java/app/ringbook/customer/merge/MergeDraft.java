package app.ringbook.customer.merge;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of two to five records of one customer, field by field. The one that stays begins
 * with its own values; where it has none, with the first there is. Tags are united and notes put
 * under each other; who asked not to be called is not called. Not safe for several threads.
 */
public final class MergeDraft {
  /** Fewest and most records. */
  public static final int LEAST = 2;

  /** See {@link #LEAST}. */
  public static final int MOST = 5;

  private static final String NOTE = "note";
  private static final String DO_NOT_CALL = "doNotCall";

  private final List<CustomerRecord> records;
  private final List<Field<CustomerRecord>> fields;
  private final Map<String, Long> chosen = new LinkedHashMap<>();
  private long keep;

  /**
   * Begins with the first record as the one that stays.
   *
   * @param fields fields of the catalogue; those nobody edits are left out
   * @throws IllegalArgumentException if there are too few or too many records, or one twice
   */
  public MergeDraft(List<CustomerRecord> records, List<Field<CustomerRecord>> fields) {
    if (records.size() < LEAST
        || records.size() > MOST
        || records.stream().map(MergeDraft::id).distinct().count() < records.size()) {
      throw new IllegalArgumentException("Two to five different customers are merged");
    }
    this.records = List.copyOf(records);
    this.fields = fields.stream().filter(Field::editable).toList();
    this.keep = id(records.getFirst());
  }

  /** The records, in the order given. */
  public List<CustomerRecord> records() {
    return records;
  }

  /** Key of the record that stays. */
  public long keep() {
    return keep;
  }

  /** Says which record stays; what was chosen by hand stays chosen. */
  public void keep(long customerId) {
    record(customerId);
    keep = customerId;
  }

  /** The fields in which the records differ: there is something to choose. */
  public List<Field<CustomerRecord>> differing() {
    return fields.stream()
        .filter(f -> records.stream().map(r -> plain(f.value(r))).distinct().count() > 1)
        .toList();
  }

  /** Takes the value of a field from that record. */
  public void choose(String fieldKey, long customerId) {
    record(customerId);
    chosen.put(fieldKey, customerId);
  }

  /** The record whose value is taken; empty for one made of several. */
  public @Nullable Long source(Field<CustomerRecord> field) {
    Long byHand = chosen.get(field.key());
    if (byHand != null) {
      return byHand;
    }
    if (united(field) != null) {
      return null;
    }
    return Stream.concat(Stream.of(record(keep)), records.stream())
        .filter(r -> plain(field.value(r)) != null)
        .findFirst()
        .map(MergeDraft::id)
        .orElse(keep);
  }

  /** The record that stays, as it will be. */
  public CustomerRecord result() {
    CustomerRecord result = record(keep);
    for (Field<CustomerRecord> field : differing()) {
      Long source = source(field);
      Object value = source == null ? united(field) : field.value(record(source));
      result = field.with(result, value);
    }
    return result;
  }

  /** The records that go. */
  public List<CustomerRecord> others() {
    return records.stream().filter(r -> id(r) != keep).toList();
  }

  /** The value made of all records, or null if one has to be chosen. */
  private @Nullable Object united(Field<CustomerRecord> field) {
    if (field.key().equals(DO_NOT_CALL)) {
      return records.stream().anyMatch(r -> Boolean.TRUE.equals(field.value(r)));
    }
    List<Object> values = new ArrayList<>();
    Stream.concat(Stream.of(record(keep)), others().stream())
        .map(r -> plain(field.value(r)))
        .filter(Objects::nonNull)
        .forEach(values::add);
    if (values.size() < 2) {
      return null;
    }
    return switch (field.kind()) {
      case MULTI_LIST -> words(values);
      case LONG_TEXT ->
          field.key().equals(NOTE)
              ? String.join("\n\n", values.stream().map(Object::toString).distinct().toList())
              : null;
      default -> null;
    };
  }

  private static List<Object> words(List<Object> values) {
    Set<Object> all = new LinkedHashSet<>();
    for (Object value : values) {
      if (value instanceof Collection<?> words) {
        all.addAll(words);
      }
    }
    return List.copyOf(all);
  }

  /** Nothing, an empty text and no words are the same. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text when text.isBlank() -> null;
      case Collection<?> words when words.isEmpty() -> null;
      default -> value;
    };
  }

  private CustomerRecord record(long customerId) {
    return records.stream().filter(r -> id(r) == customerId).findFirst().orElseThrow();
  }

  private static long id(CustomerRecord record) {
    return record.customer().id();
  }
}
