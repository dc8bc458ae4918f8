package app.ringbook.customer.fields;

import app.ringbook.platform.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a catalogue: a field of a kind of record, be it the program's own or defined by a
 * user. Forms, lists, filters, imports, exports and reports are made from these.
 *
 * @param key its name in stored views, matches and on the command line
 * @param kind what it holds
 * @param length most characters of a text
 * @param labelKey text key of its name; null for a field that a user defined
 * @param custom the user's definition; null for a field of the program
 * @param column where SQL finds it; null if it is computed
 * @param options words to choose from at the moment; empty for none
 * @param reader its value in a record, in the type of the kind; null for none
 * @param writer the record with another value; null if it cannot be edited so
 * @param uses where it appears
 * @param <R> the record
 */
public record Field<R>(
    String key,
    FieldKind kind,
    int length,
    @Nullable String labelKey,
    @Nullable CustomField custom,
    @Nullable Column column,
    List<Option> options,
    Function<R, @Nullable Object> reader,
    @Nullable BiFunction<R, @Nullable Object, R> writer,
    Set<Use> uses) {

  /** Where a field appears. */
  public enum Use {
    /** In the generated form of the record. */
    FORM,
    /** As a column of a list. */
    LIST,
    /** In filters. */
    FILTER,
    /** In sort orders. */
    SORT,
    /** As a target of imported columns. */
    IMPORT,
    /** In exported sheets. */
    EXPORT,
    /** In what a search reads. */
    SEARCH
  }

  /**
   * Where SQL finds a field.
   *
   * @param table name of the table
   * @param name name of the column; for a field that a user defined, the column with all of them
   */
  public record Column(String table, String name) {}

  /**
   * A word to choose.
   *
   * @param value what is stored
   * @param labelKey text key of what is shown; null if the value itself is shown
   * @param label what is shown where there is no text key
   */
  public record Option(String value, @Nullable String labelKey, String label) {

    /** A word of the user's. */
    public static Option of(String word) {
      return new Option(word, null, word);
    }

    /** What is shown. */
    public String shown(Texts texts) {
      return labelKey == null ? label : texts.text(labelKey);
    }
  }

  /** Copies the collections. */
  public Field {
    options = List.copyOf(options);
    uses = Set.copyOf(uses);
  }

  /** Its name. */
  public String label(Texts texts) {
    return custom != null ? custom.label() : texts.text(labelKey == null ? key : labelKey);
  }

  /** Its value in a record; null for none. */
  public @Nullable Object value(R from) {
    return reader.apply(from);
  }

  /** The record with another value. */
  public R with(R record, @Nullable Object value) {
    if (writer == null) {
      throw new IllegalStateException("Nobody edits " + key);
    }
    return writer.apply(record, value);
  }

  /** True if it can be written. */
  public boolean editable() {
    return writer != null;
  }

  /** True if it appears there. */
  public boolean in(Use use) {
    return uses.contains(use);
  }

  /** The stored words to choose from. */
  public List<String> words() {
    return options.stream().map(Option::value).toList();
  }
}
