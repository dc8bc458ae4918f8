package app.ringbook.spreadsheet.match;

import app.ringbook.customer.Customer;
import app.ringbook.platform.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field that a column can fill. Fields with the same key are the same, also in the catalogues of
 * different kinds of records.
 *
 * @param key its name in saved matches and on the command line; its label is the text {@code
 *     spreadsheet.field.<key>}, unless it has a title
 * @param title the name a person gave it, or null for a field of the program
 * @param kind how its cells are read
 * @param length most characters it takes
 * @param repeats true if several columns may fill it
 * @param read the stored value of a customer, for fields of the customer that are texts; null for
 *     the others
 * @param write sets it; null where {@code read} is
 * @param names headers that mean it, in English and Chinese, the usual one first
 * @param form brings a cell's text into the form in which it is stored, or refuses it with a
 *     sentence; null takes texts as they are
 */
public record Field(
    String key,
    @Nullable String title,
    Kind kind,
    int length,
    boolean repeats,
    @Nullable Function<Customer, @Nullable String> read,
    @Nullable BiConsumer<Customer.Builder, @Nullable String> write,
    List<String> names,
    @Nullable UnaryOperator<String> form) {

  /** A field that takes texts as they are. */
  public Field(
      String key,
      @Nullable String title,
      Kind kind,
      int length,
      boolean repeats,
      @Nullable Function<Customer, @Nullable String> read,
      @Nullable BiConsumer<Customer.Builder, @Nullable String> write,
      List<String> names) {
    this(key, title, kind, length, repeats, read, write, names, null);
  }

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
    /** A day, kept as 2027-03-01. */
    DAY,
    /** Yes or no. */
    FLAG,
    /** A decimal number, with or without a currency. */
    AMOUNT,
    /** One or more phone numbers of the company. */
    OFFICE_PHONE,
    /** One or more mobile numbers; of the person, if the row names one. */
    MOBILE_PHONE,
    /** One or more fax numbers. */
    FAX,
    /** Any text, kept in the note under its header. */
    REMARK,
    /** Something about the row's person. */
    PERSON
  }

  /** True for the three kinds that hold numbers to dial. */
  public boolean phone() {
    return kind == Kind.OFFICE_PHONE || kind == Kind.MOBILE_PHONE || kind == Kind.FAX;
  }

  /** True for the kinds that hold days or moments. */
  public boolean date() {
    return kind == Kind.DATE || kind == Kind.DAY;
  }

  /** Its name for people. */
  public String label(Texts texts) {
    return title != null ? title : texts.text("spreadsheet.field." + key);
  }

  /** The same field under other headers, for a kind of record whose sheets name it otherwise. */
  public Field named(List<String> headers) {
    return new Field(key, title, kind, length, repeats, read, write, List.copyOf(headers), form);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Field field && field.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
