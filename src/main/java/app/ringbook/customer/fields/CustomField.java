package app.ringbook.customer.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a user defined.
 *
 * @param id key
 * @param version version that was read
 * @param object what has the field
 * @param key its name in stored values, views and matches; never changes
 * @param kind what it holds
 * @param label its name in the user's words
 * @param options words to choose from, for lists
 * @param formula how it is computed, with other fields by key in square brackets; for formulas
 * @param position place among the fields of the object, from 0
 * @param archived true if it is no longer shown; its values stay
 */
public record CustomField(
    long id,
    long version,
    FieldObject object,
    String key,
    FieldKind kind,
    String label,
    List<String> options,
    @Nullable String formula,
    int position,
    boolean archived) {

  /** Copies the list. */
  public CustomField {
    options = List.copyOf(options);
  }

  /** The same field under another name. */
  public CustomField withLabel(String changed) {
    return new CustomField(
        id, version, object, key, kind, changed, options, formula, position, archived);
  }

  /** The same field with other words to choose from. */
  public CustomField withOptions(List<String> changed) {
    return new CustomField(
        id, version, object, key, kind, label, changed, formula, position, archived);
  }

  /** The same field computed otherwise. */
  public CustomField withFormula(@Nullable String changed) {
    return new CustomField(
        id, version, object, key, kind, label, options, changed, position, archived);
  }

  /** The same field in another place. */
  public CustomField withPosition(int changed) {
    return new CustomField(
        id, version, object, key, kind, label, options, formula, changed, archived);
  }

  /** The same field put away, or brought back. */
  public CustomField withArchived(boolean changed) {
    return new CustomField(
        id, version, object, key, kind, label, options, formula, position, changed);
  }
}
