package app.ringbook.spreadsheet.match;

import app.ringbook.customer.Customer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column can fill.
 *
 * @param key its name in saved matches and on the command line; its label is the text {@code
 *     spreadsheet.field.<key>}
 * @param kind how its cells are read
 * @param length most characters it takes
 * @param repeats true if several columns may fill it
 * @param read the stored value of a customer, for fields of the customer that are texts; null for
 *     the others
 * @param write sets it; null where {@code read} is
 * @param names headers that mean it, in English and Chinese, the usual one first
 */
public record CustomerField(
    String key,
    Kind kind,
    int length,
    boolean repeats,
    @Nullable Function<Customer, @Nullable String> read,
    @Nullable BiConsumer<Customer.Builder, @Nullable String> write,
    List<String> names) {

  /** How the cells of a field are read. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A, B or C, in the ways people write them. */
    TIER,
    /** A country by name or code; it also says how the row's phones are read. */
    COUNTRY,
    /** A day or a moment. */
    DATE,
    /** Yes or no. */
    FLAG,
    /** One or more phone numbers of the company. */
    OFFICE_PHONE,
    /** One or more mobile numbers; of the person, if the row names one. */
    MOBILE_PHONE,
    /** One or more fax numbers. */
    FAX,
    /** Something about the row's person. */
    PERSON
  }

  /** True for the three kinds that hold numbers to dial. */
  public boolean phone() {
    return kind == Kind.OFFICE_PHONE || kind == Kind.MOBILE_PHONE || kind == Kind.FAX;
  }

  /** Text key of the label. */
  public String labelKey() {
    return "spreadsheet.field." + key;
  }
}
