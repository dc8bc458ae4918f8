package app.ringbook.lead.intake;

import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One lead put together from cells. What has no place of its own goes into the note. */
final class LeadCells {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE =
      Pattern.compile("(?i)(tel|phone|电话|手机)?[:：]?[+\\d][\\d\\s().+-]*");
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?iU).*(公司|厂|集团|有限|中心|医院|学校|大学|学院|研究所|研究院|商店|商行|经营部|事务所|科技|实业"
              + "|\\b(ltd|inc|llc|gmbh|co|corp|company|group|ag|s\\.?a|bv|plc|industries|works|labs?)\\b).*");
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 20;
  private final PhoneNumbers numbers;
  private final List<String> notes = new ArrayList<>();
  private String name = "";
  private @Nullable String company;
  private @Nullable String job;
  private @Nullable PhoneNumber number;
  private @Nullable String email;
  private String source = "";
  private @Nullable String owner;

  LeadCells(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** Takes a cell whose header says what it is. */
  void take(LeadField field, String header, String cell) {
    switch (field) {
      case NAME -> name = free(name, header, cell);
      case COMPANY -> company = free(company, header, cell);
      case JOB -> job = free(job, header, cell);
      case NUMBER -> number(header, cell);
      case EMAIL -> email = free(email, header, cell);
      case SOURCE -> source = free(source, header, cell);
      case OWNER -> owner = free(owner, header, cell);
      case NOTE -> notes.add(cell);
    }
  }

  /** Takes a cell of a column nobody knows. */
  void other(String header, String cell) {
    notes.add(header.isBlank() ? cell : header.strip() + ": " + cell);
  }

  /** Takes a cell without a header for what it looks like. */
  void guess(String cell) {
    if (EMAIL.matcher(cell).matches() && email == null) {
      email = cell;
    } else if (phone(cell) && number == null) {
      number = read(cell);
    } else if (company == null && COMPANY.matcher(cell).matches()) {
      company = cell;
    } else if (name.isEmpty() && !phone(cell)) {
      name = cell;
    } else {
      notes.add(cell);
    }
  }

  /** Adds words to the note. */
  void note(String words) {
    if (!words.isBlank()) {
      notes.add(words.strip());
    }
  }

  /** True for what can be called and is nothing else. */
  static boolean phone(String cell) {
    long digits = cell.chars().filter(Character::isDigit).count();
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && PHONE.matcher(cell).matches();
  }

  /** True for a name that is a company's by its words. */
  static boolean company(String cell) {
    return COMPANY.matcher(cell).matches();
  }

  /** A second number is kept in the note, and so is what a number stands beside. */
  private void number(String header, String cell) {
    List<String> parts = numbers.split(cell);
    for (String part : parts.isEmpty() ? List.of(cell) : parts) {
      PhoneNumber read = read(part);
      if (number == null || !number.dialable()) {
        number = read;
      } else if (!number.suffix8().equals(read.suffix8())) {
        other(header, part);
      }
    }
  }

  /** A spreadsheet drops the plus and the leading zero of what it takes for a number. */
  private PhoneNumber read(String cell) {
    String text = cell.replaceFirst("(?i)^(tel|phone|电话|手机)[:：]?\\s*", "").strip();
    PhoneNumber plain = numbers.parse(text);
    if (plain.e164() != null || !text.matches("\\d+")) {
      return plain;
    }
    for (String lost : List.of("0", "+")) {
      PhoneNumber better = numbers.parse(lost + text);
      if (better.e164() != null) {
        return better;
      }
    }
    return plain;
  }

  private String free(@Nullable String had, String header, String cell) {
    if (had != null && !had.isBlank()) {
      other(header, cell);
      return had;
    }
    return cell;
  }

  /** True if there is anything. */
  boolean any() {
    return !name.isEmpty()
        || company != null
        || number != null
        || email != null
        || !notes.isEmpty();
  }

  /**
   * The lead.
   *
   * @param otherwise the source if no cell says one
   */
  NewLead lead(String otherwise) {
    return new NewLead(
        name,
        company,
        job,
        number,
        email,
        source.isBlank() ? otherwise : source,
        owner,
        notes.isEmpty() ? null : String.join("\n", notes),
        false);
  }
}
