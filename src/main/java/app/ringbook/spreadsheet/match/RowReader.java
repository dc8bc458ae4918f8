package app.ringbook.spreadsheet.match;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by a match: pure, one row at a time. Nothing of a row is dropped silently: what a
 * field cannot hold goes to the note with its header. Safe for several threads.
 */
public final class RowReader {
  private static final Set<String> TOTALS =
      Set.of("合计", "总计", "小计", "汇总", "total", "totals", "grand total", "subtotal", "sum");
  private static final Map<String, Boolean> ANSWERS =
      Map.ofEntries(
          Map.entry("yes", true),
          Map.entry("y", true),
          Map.entry("true", true),
          Map.entry("1", true),
          Map.entry("x", true),
          Map.entry("是", true),
          Map.entry("√", true),
          Map.entry("no", false),
          Map.entry("n", false),
          Map.entry("false", false),
          Map.entry("0", false),
          Map.entry("否", false));

  private final ColumnMatch match;
  private final RowRules rules;
  private final AppClock clock;
  private final PhoneCells phones;
  private final UnaryOperator<RowDraft> judge;

  /**
   * @param match which column fills which field
   * @param rules how values are read
   * @param numbers reads phones
   * @param clock the year of dates without one, and the user's zone
   * @param judge refuses what is no record of its kind
   */
  public RowReader(
      ColumnMatch match,
      RowRules rules,
      PhoneNumbers numbers,
      AppClock clock,
      UnaryOperator<RowDraft> judge) {
    this.judge = judge;
    this.match = match;
    this.rules = rules;
    this.clock = clock;
    this.phones = new PhoneCells(numbers);
  }

  /** The match it reads by. */
  public ColumnMatch match() {
    return match;
  }

  /** Reads one row. */
  public RowDraft read(int index, SheetRow row) {
    DraftBuilder draft = new DraftBuilder();
    String country = value(row, CustomerFields.COUNTRY);
    for (ColumnMatch.Column column : match.columns()) {
      Field field = column.field();
      Cell cell = row.cell(column.index());
      if (field == null || cell.blank()) {
        continue;
      }
      if (cell.kind() == Cell.Kind.ERROR) {
        draft.problem(ProblemKind.ERROR_CELL, column.index());
      } else {
        take(draft, column, field, cell, country == null ? rules.region() : country);
      }
    }
    if (rules.source() != null) {
      draft.replace(CustomerFields.field("source"), rules.source());
    }
    if (TOTALS.contains(draft.name().toLowerCase(Locale.ROOT)) && draft.nothingButName()) {
      draft.refuse(ProblemKind.TOTAL_ROW, "", 0);
    }
    return judge.apply(draft.build(index, row.number()));
  }

  private void take(
      DraftBuilder draft,
      ColumnMatch.Column column,
      Field field,
      Cell cell,
      @Nullable String country) {
    String text = rules.meaning(field, clean(cell.text()));
    if (text.isEmpty()) {
      return;
    }
    switch (field.kind()) {
      case OFFICE_PHONE, MOBILE_PHONE, FAX -> phones.take(draft, column, cell, text, country);
      case TIER -> tier(draft, column, field, text);
      case DATE -> date(draft, column, field, text);
      case DAY -> day(draft, column, field, text);
      case FLAG -> flag(draft, column, text);
      case REMARK -> draft.leftOver(column.title(), text);
      default -> {
        if (text.length() > field.length()) {
          draft.refuse(ProblemKind.TOO_LONG, column.title(), field.length());
        } else {
          plain(draft, column, field, text);
        }
      }
    }
  }

  private static void plain(
      DraftBuilder draft, ColumnMatch.Column column, Field field, String text) {
    UnaryOperator<String> form = field.form();
    try {
      draft.add(field, form == null ? text : form.apply(text));
    } catch (ProblemException e) {
      draft.leftOver(column.title(), text);
      draft.problem(ProblemKind.VALUE_UNREAD, column.index());
    }
  }

  private void day(DraftBuilder draft, ColumnMatch.Column column, Field field, String text) {
    moment(draft, column, field, text)
        .ifPresent(moment -> draft.add(field, moment.toLocalDate().toString()));
  }

  /** The tier that a text means, in the ways people write it. */
  public static Optional<String> tier(String text) {
    String plain = plainTier(text);
    return plain.matches("[ABC][+\\-]?|[ABC]\\d")
        ? Optional.of(plain.substring(0, 1))
        : Optional.empty();
  }

  private static String plainTier(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[级类等客户\\s]", "");
  }

  private static void tier(
      DraftBuilder draft, ColumnMatch.Column column, Field field, String text) {
    Optional<String> tier = tier(text);
    if (tier.isEmpty()) {
      draft.leftOver(column.title(), text);
      draft.problem(ProblemKind.TIER_UNREAD, column.index());
      return;
    }
    draft.add(field, tier.get());
    if (plainTier(text).length() > 1) {
      draft.problem(ProblemKind.TIER_MAPPED, column.index());
    }
  }

  private void date(DraftBuilder draft, ColumnMatch.Column column, Field field, String text) {
    moment(draft, column, field, text)
        .ifPresent(moment -> draft.moment(field, moment.atZone(clock.zone()).toInstant()));
  }

  private Optional<LocalDateTime> moment(
      DraftBuilder draft, ColumnMatch.Column column, Field field, String text) {
    DateOrder order = rules.order(field, column.profile());
    Optional<DateReader.Read> read = DateReader.read(text, order, clock.today(), clock.zone());
    if (read.isEmpty()) {
      draft.leftOver(column.title(), text);
      draft.problem(ProblemKind.DATE_UNREAD, column.index());
      return Optional.empty();
    }
    if (read.get().doubtful() && !rules.settled(field, column.profile(), text)) {
      draft.problem(ProblemKind.DATE_MIXED, column.index());
    }
    return read.map(DateReader.Read::moment);
  }

  private static void flag(DraftBuilder draft, ColumnMatch.Column column, String text) {
    Boolean answer = ANSWERS.get(text.toLowerCase(Locale.ROOT));
    if (answer == null) {
      draft.leftOver(column.title(), text);
    } else {
      draft.doNotCall(answer);
    }
  }

  private @Nullable String value(SheetRow row, Field field) {
    for (ColumnMatch.Column column : match.of(field)) {
      Cell cell = row.cell(column.index());
      if (!cell.blank() && cell.kind() != Cell.Kind.ERROR) {
        return clean(cell.text());
      }
    }
    return null;
  }

  /** Without blanks around it, and without what no database keeps: NUL and half characters. */
  public static String clean(String text) {
    String plain = text.strip();
    boolean odd = false;
    for (int i = 0; i < plain.length() && !odd; i++) {
      char c = plain.charAt(i);
      odd = c == 0 || c == '\u00A0' || c == '\uFEFF' || Character.isSurrogate(c);
    }
    if (!odd) {
      return plain;
    }
    StringBuilder kept = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> c != 0 && c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(c -> kept.appendCodePoint(c == 0xA0 ? ' ' : c));
    return kept.toString().strip();
  }
}
