package app.ringbook.customer.columns;

import java.util.List;

/**
 * A field whose values are kept as a column.
 *
 * @param key key in the catalogue, as filters name it
 * @param form what its values are
 * @param column where they stand in the customers' table
 */
public record ColumnField(String key, Form form, String column) {

  /** The fields every customer has. */
  public static final List<ColumnField> BUILT_IN =
      List.of(
          new ColumnField("name", Form.TEXT, "name"),
          new ColumnField("industry", Form.TEXT, "industry"),
          new ColumnField("tier", Form.TEXT, "tier"),
          new ColumnField("owner", Form.TEXT, "owner"),
          new ColumnField("tags", Form.TEXTS, "tags"),
          new ColumnField("source", Form.TEXT, "source"),
          new ColumnField("country", Form.TEXT, "country"),
          new ColumnField("region", Form.TEXT, "region"),
          new ColumnField("city", Form.TEXT, "city"),
          new ColumnField("address", Form.TEXT, "address"),
          new ColumnField("postal_code", Form.TEXT, "postal_code"),
          new ColumnField("website", Form.TEXT, "website"),
          new ColumnField("email", Form.TEXT, "email"),
          new ColumnField("note", Form.TEXT, "note"),
          new ColumnField("next_contact", Form.MOMENT, "next_contact_at"),
          new ColumnField("next_contact_note", Form.TEXT, "next_contact_note"),
          new ColumnField("last_contact", Form.MOMENT, "last_contact_at"),
          new ColumnField("do_not_call", Form.FLAG, "do_not_call"),
          new ColumnField("created", Form.MOMENT, "created_at"),
          new ColumnField("updated", Form.MOMENT, "updated_at"));

  /** What the values of a field are. */
  public enum Form {
    /** A text. */
    TEXT,
    /** Several texts in one, separated by commas or semicolons of either width. */
    TEXTS,
    /** A number with at most four decimals that count. */
    NUMBER,
    /** A moment, compared by its day in the user's zone. */
    MOMENT,
    /** A date. */
    DATE,
    /** Yes or no. */
    FLAG
  }
}
