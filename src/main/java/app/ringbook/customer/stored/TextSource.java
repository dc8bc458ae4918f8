package app.ringbook.customer.stored;

import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.store.sql.PlainRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts come from that are searched: which columns of which table, and which lines of
 * text they make. What is not a name, a number or an address of the net is a word about somebody:
 * all words are searched together, whatever table they come from.
 */
public final class TextSource {
  /** Customers by name, reading, initials and e-mail address. */
  public static final TextSource CUSTOMERS =
      new TextSource(0, Kind.CUSTOMERS, "customer", "id", TextSource::name, "search_key", "email");

  /** People, likewise. */
  public static final TextSource CONTACTS =
      new TextSource(
          1, Kind.CONTACTS, "contact", "customer_id", TextSource::name, "search_key", "email");

  /** Numbers by their digits. */
  public static final TextSource PHONES =
      new TextSource(
          2,
          Kind.PHONES,
          "phone",
          "customer_id",
          TextSource::number,
          "raw",
          "e164",
          "national_digits");

  /** What is written about a customer, and where it is. */
  public static final TextSource CUSTOMER_WORDS =
      new TextSource(
          3,
          Kind.WORDS,
          "customer",
          "id",
          TextSource::words,
          "note",
          "next_contact_note",
          "address",
          "city",
          "region",
          "postal_code",
          "website");

  /** What is written about a person. */
  public static final TextSource CONTACT_WORDS =
      new TextSource(
          4, Kind.WORDS, "contact", "customer_id", TextSource::contact, "note", "role", "custom");

  /** A company's legal name and code, what it wants, and the fields users defined. */
  public static final TextSource PROFILE_WORDS =
      new TextSource(
          5,
          Kind.WORDS,
          "customer_profile",
          "id",
          TextSource::profile,
          "legal_name",
          "credit_code",
          "needs",
          "pains",
          "expectations",
          "custom");

  /** Other addresses of a customer. */
  public static final TextSource ADDRESS_WORDS =
      new TextSource(
          6,
          Kind.WORDS,
          "customer_address",
          "customer_id",
          TextSource::words,
          "address",
          "city",
          "region",
          "postal_code");

  /** What a customer needs. */
  public static final TextSource NEED_WORDS =
      new TextSource(
          7, Kind.WORDS, "customer_need", "customer_id", TextSource::words, "product", "detail");

  /** What people wrote down of a customer. */
  public static final TextSource TIMELINE_WORDS =
      new TextSource(
          8,
          Kind.WORDS,
          "timeline_entry",
          "customer_id",
          TextSource::entry,
          "title",
          "detail",
          "kind");

  /** Leads by name, reading, initials, company, address, number and note. */
  public static final TextSource LEADS =
      new TextSource(
          9,
          Kind.LEADS,
          "lead",
          "id",
          TextSource::lead,
          "search_key",
          "email",
          "number_raw",
          "number_e164",
          "note");

  /** Calls by number, the name the line gave, and note. */
  public static final TextSource CALLS =
      new TextSource(
          10,
          Kind.CALLS,
          "call_record",
          "id",
          TextSource::call,
          "caller_name",
          "number_raw",
          "number_e164",
          "note");

  /** Every one, by place. */
  static final List<TextSource> ALL =
      List.of(
          CUSTOMERS,
          CONTACTS,
          PHONES,
          CUSTOMER_WORDS,
          CONTACT_WORDS,
          PROFILE_WORDS,
          ADDRESS_WORDS,
          NEED_WORDS,
          TIMELINE_WORDS,
          LEADS,
          CALLS);

  /** Texts that are searched together. */
  public enum Kind {
    /** Customers' names. */
    CUSTOMERS(0),
    /** People's names. */
    CONTACTS(1),
    /** Phone numbers. */
    PHONES(2),
    /** Leads, for their own list only. */
    LEADS(3),
    /** Calls, for their own list only. */
    CALLS(4),
    /** All other words about customers. */
    WORDS(5);

    private final int place;

    Kind(int place) {
      this.place = place;
    }

    /** Place among equally good finds, and in the file. */
    public int place() {
      return place;
    }
  }

  /** Longer texts are searched up to here. */
  private static final int LONGEST = 100_000;

  /** Ids of words are those of their rows with their table's place above them. */
  private static final int ROW_BITS = 48;

  private final int place;
  private final Kind kind;
  private final PlainRows rows;
  private final Function<@Nullable String[], String> lines;

  private TextSource(
      int place,
      Kind kind,
      String table,
      String owner,
      Function<@Nullable String[], String> lines,
      String... columns) {
    this.place = place;
    this.kind = kind;
    this.rows = new PlainRows(table, owner, Arrays.asList(columns));
    this.lines = lines;
  }

  /** What its texts are searched with. */
  public Kind kind() {
    return kind;
  }

  /** Where they stand. */
  public PlainRows rows() {
    return rows;
  }

  /** The lines by which a row is found, of the texts of its columns; empty if by none. */
  public String text(@Nullable String[] texts) {
    return lines.apply(texts);
  }

  /** Key of a row's text in the index. */
  public long key(long row) {
    return kind == Kind.WORDS ? (long) place << ROW_BITS | row : row;
  }

  /** The source of words with this key. */
  public static TextSource ofWords(long key) {
    return ALL.get((int) (key >>> ROW_BITS));
  }

  /** The row of words with this key. */
  public static long row(long key) {
    return key & ((1L << ROW_BITS) - 1);
  }

  /** Those of one table. */
  public static List<TextSource> of(String table) {
    return ALL.stream().filter(source -> source.rows.table().equals(table)).toList();
  }

  private static String name(@Nullable String[] texts) {
    return TextLines.ofName(Objects.requireNonNullElse(texts[0], ""), texts[1]);
  }

  private static String number(@Nullable String[] texts) {
    return TextLines.ofNumber(
        Objects.requireNonNullElse(texts[0], ""),
        texts[1],
        Objects.requireNonNullElse(texts[2], ""));
  }

  private static String lead(@Nullable String[] texts) {
    return joined(
        TextLines.ofName(Objects.requireNonNullElse(texts[0], ""), texts[1]),
        TextLines.ofNumber(Objects.requireNonNullElse(texts[2], ""), texts[3], ""),
        lines(Stream.of(texts[2], texts[4])));
  }

  private static String call(@Nullable String[] texts) {
    String name = texts[0];
    return joined(
        name == null || name.isBlank() ? "" : NameKeys.searchKey(name, true),
        TextLines.ofNumber(Objects.requireNonNullElse(texts[1], ""), texts[2], ""),
        lines(Stream.of(texts[1], texts[3])));
  }

  private static String joined(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String words(@Nullable String[] texts) {
    return lines(Arrays.stream(texts));
  }

  private static String contact(@Nullable String[] texts) {
    return lines(Stream.concat(Stream.of(texts[0], texts[1]), custom(texts[2])));
  }

  private static String profile(@Nullable String[] texts) {
    String legal = texts[0];
    String name = legal == null || legal.isBlank() ? "" : NameKeys.searchKey(legal, false);
    String rest = lines(Stream.concat(Arrays.stream(texts, 1, 5), custom(texts[5])));
    return name.isEmpty() || rest.isEmpty() ? name + rest : name + "\n" + rest;
  }

  private static String entry(@Nullable String[] texts) {
    return lines(Stream.of(written(texts)));
  }

  /**
   * What somebody wrote in an entry of the timeline. The title is the beginning of a longer note; a
   * call's note stands behind an empty line.
   */
  private static String written(@Nullable String[] texts) {
    String title = Objects.requireNonNullElse(texts[0], "");
    String detail = texts[1];
    if ("NOTE".equals(texts[2])) {
      return detail == null ? title : detail;
    }
    int note = "CALL".equals(texts[2]) && detail != null ? detail.indexOf("\n\n") : -1;
    return detail == null || note < 0 ? "" : detail.substring(note);
  }

  /** The texts of the columns as a person may see them. */
  List<String> shown(@Nullable String[] texts) {
    return this == TIMELINE_WORDS
        ? List.of(written(texts))
        : Arrays.stream(texts).map(text -> Objects.requireNonNullElse(text, "")).toList();
  }

  private static Stream<@Nullable String> custom(@Nullable String column) {
    CustomValues values = CustomValues.of(column);
    return values.keys().stream().sorted().map(values::get);
  }

  private static String lines(Stream<@Nullable String> texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach(
        text -> {
          if (text != null && !text.isBlank()) {
            String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            lines.add(NameKeys.fold(some));
          }
        });
    return String.join("\n", lines);
  }
}
