package app.ringbook.spreadsheet.match;

import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column look like, for the screen and as a second opinion on its header.
 *
 * @param values the first different values
 * @param filled cells that hold something, among the rows looked at
 * @param dates what its dates say about the order of their parts
 * @param looksLike the field most values look like, or null
 */
public record ColumnProfile(
    List<Cell> values, int filled, DateEvidence dates, @Nullable Field looksLike) {
  private static final int SHOWN = 12;
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern WEB = Pattern.compile("(https?://|www\\.)\\S+");
  private static final Pattern CHINESE_MOBILE =
      Pattern.compile("(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}");
  private static final Pattern PHONE =
      Pattern.compile("[+(]?\\d[\\d ().\\-/]{5,}(\\s*(ext|x|转)\\.?\\s*\\d+)?");
  private static final Pattern COMPANY =
      Pattern.compile(".*(公司|集团|厂|工厂|商行|经营部|\\b(ltd|inc|gmbh|co|corp|llc|s\\.?a|ag|limited)\\.?)$");

  /** Looks at one column of some rows. */
  static ColumnProfile of(int column, List<SheetRow> rows, PhoneNumbers numbers) {
    List<Cell> all = new ArrayList<>();
    List<Cell> values = new ArrayList<>();
    for (SheetRow row : rows) {
      Cell cell = row.cell(column);
      if (!cell.blank()) {
        all.add(cell);
        if (values.size() < SHOWN && !values.contains(cell)) {
          values.add(cell);
        }
      }
    }
    DateEvidence dates = DateEvidence.NONE;
    for (Cell cell : all) {
      dates = dates.with(cell);
    }
    return new ColumnProfile(List.copyOf(values), all.size(), dates, looksLike(all, numbers));
  }

  /** The same column once all of its dates are known. */
  ColumnProfile withDates(DateEvidence all) {
    return new ColumnProfile(values, filled, all, looksLike);
  }

  /**
   * True if there are values and a field of the program can read none of them: its header, such as
   * Stage, means something else here. A field that a user defined means what its header says.
   */
  boolean refusedBy(Field field) {
    UnaryOperator<String> form = field.form();
    return form != null
        && field.title() == null
        && !values.isEmpty()
        && values.stream().noneMatch(c -> reads(form, c));
  }

  private static boolean reads(UnaryOperator<String> form, Cell cell) {
    try {
      return !form.apply(cell.text().strip()).isEmpty();
    } catch (ProblemException e) {
      return false;
    }
  }

  private static @Nullable Field looksLike(List<Cell> cells, PhoneNumbers numbers) {
    if (most(cells, c -> MAIL.matcher(c.text().strip()).matches())) {
      return CustomerFields.field("email");
    }
    if (most(cells, c -> WEB.matcher(lower(c)).matches())) {
      return CustomerFields.field("website");
    }
    if (most(cells, c -> CHINESE_MOBILE.matcher(c.text().strip()).matches())) {
      return CustomerFields.MOBILE;
    }
    if (most(cells, c -> c.kind() == Cell.Kind.TEXT && written(c.text().strip()))) {
      return CustomerFields.PHONE;
    }
    if (most(cells, c -> COMPANY.matcher(lower(c)).matches())) {
      return CustomerFields.NAME;
    }
    if (most(cells, c -> c.text().strip().length() > 1 && numbers.regionOf(c.text()).isPresent())) {
      return CustomerFields.COUNTRY;
    }
    return null;
  }

  /** A number with marks people put into phones only. */
  private static boolean written(String text) {
    return PHONE.matcher(text).matches()
        && text.chars().filter(Character::isDigit).count() >= 7
        && text.chars().anyMatch(c -> c == '-' || c == '(' || c == '+' || c == ' ')
        && !DateReader.looksLikeDate(text);
  }

  private static boolean most(List<Cell> cells, Predicate<Cell> test) {
    return !cells.isEmpty() && cells.stream().filter(test).count() >= Math.ceil(cells.size() * 0.7);
  }

  private static String lower(Cell cell) {
    return cell.text().strip().toLowerCase(Locale.ROOT);
  }
}
