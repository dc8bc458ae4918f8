package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.Field;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a row may do to the fields of a record: a rule for all of them, and others for some.
 *
 * @param usual for fields without a rule of their own
 * @param own rules by key of the field
 */
public record Fills(FillRule usual, Map<String, FillRule> own) {
  /** Everything fills what is empty. */
  public static final Fills EMPTY = new Fills(FillRule.EMPTY, Map.of());

  /** Copies the map, in a steady order. */
  public Fills {
    own = Collections.unmodifiableMap(new TreeMap<>(own));
  }

  /** The rule of a field. */
  public FillRule of(Field field) {
    return own.getOrDefault(field.key(), usual);
  }

  /** True if a value goes to a field. */
  public boolean takes(Field field, boolean empty) {
    FillRule rule = of(field);
    return rule == FillRule.OVERWRITE || (rule == FillRule.EMPTY && empty);
  }

  /** True if a field of a stored record may change at all. */
  public boolean touches(Field field) {
    return of(field) != FillRule.NEVER;
  }

  /** The same without overwriting: what the first row of a file said is not lost by a later one. */
  public Fills gently() {
    Map<String, FillRule> gentle = new TreeMap<>();
    own.forEach((key, rule) -> gentle.put(key, rule == FillRule.NEVER ? rule : FillRule.EMPTY));
    return new Fills(FillRule.EMPTY, gentle);
  }
}
