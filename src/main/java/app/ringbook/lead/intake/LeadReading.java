package app.ringbook.lead.intake;

import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.platform.PhoneNumbers;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads leads from what a person pastes and from the rows of a sheet. Columns are known by their
 * headers in English or Chinese, and without headers by what the cells look like; a line of free
 * text is taken apart. Nothing is dropped: what has no place goes into the note.
 */
public final class LeadReading {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,，;；<>（）()]+@[^@\\s,，;；<>（）()]+\\.[A-Za-z]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\d[\\d ().-]{5,}\\d");
  private static final Pattern DIVIDED = Pattern.compile("[,，;；、|/]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final int HEADER_WITHIN = 10;
  private static final int PERSON_WORDS = 2;
  private final PhoneNumbers numbers;

  /** Reads numbers by these rules. */
  public LeadReading(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * Leads of a pasted text: rows of a sheet, separated by tabs, or one lead a line.
   *
   * @param source where they come from, unless a row says so itself
   */
  public List<Row> text(String pasted, String source) {
    List<List<String>> tabbed = Divided.rows(pasted, '\t');
    if (tabbed.stream().anyMatch(row -> row.size() > 1)) {
      return table(tabbed, source);
    }
    List<List<String>> commas = Divided.rows(pasted, ',');
    if (commas.size() > 1 && header(commas.getFirst())) {
      return table(commas, source);
    }
    List<Row> rows = new ArrayList<>();
    List<String> lines = pasted.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      LeadCells lead = line(lines.get(i));
      if (lead.any()) {
        rows.add(new Row(i + 1, lead.lead(source)));
      }
    }
    return rows;
  }

  /**
   * Leads of a sheet; blank rows are stepped over.
   *
   * @param cells the rows from the top; rows may be of different lengths
   * @param source where they come from, unless a row says so itself
   */
  public List<Row> table(List<List<String>> cells, String source) {
    int head = -1;
    for (int i = 0; i < Math.min(HEADER_WITHIN, cells.size()) && head < 0; i++) {
      head = header(cells.get(i)) ? i : -1;
    }
    List<String> headers = head < 0 ? List.of() : cells.get(head);
    List<Row> rows = new ArrayList<>();
    for (int i = head + 1; i < cells.size(); i++) {
      LeadCells lead = new LeadCells(numbers);
      List<String> row = cells.get(i);
      for (int column = 0; column < row.size(); column++) {
        String cell = plain(row.get(column));
        if (!cell.isEmpty()) {
          take(lead, head < 0, column < headers.size() ? headers.get(column) : "", cell);
        }
      }
      if (lead.any()) {
        rows.add(new Row(i + 1, lead.lead(source)));
      }
    }
    return rows;
  }

  private static void take(LeadCells lead, boolean guess, String header, String cell) {
    Optional<LeadField> field = LeadField.of(header);
    if (guess) {
      lead.guess(cell);
    } else if (field.isPresent()) {
      lead.take(field.get(), header, cell);
    } else {
      lead.other(header, cell);
    }
  }

  /** At least two headers, or one alone in its row, and nothing one could call. */
  private static boolean header(List<String> row) {
    List<String> filled = row.stream().map(LeadReading::plain).filter(c -> !c.isEmpty()).toList();
    long known = filled.stream().filter(cell -> LeadField.of(cell).isPresent()).count();
    boolean contact = filled.stream().anyMatch(cell -> LeadCells.phone(cell) || cell.contains("@"));
    return !contact && (known >= 2 || (known == 1 && filled.size() == 1));
  }

  /** A line of free text: number and address are found in it, the rest is name, company, note. */
  private LeadCells line(String text) {
    LeadCells lead = new LeadCells(numbers);
    String rest = plain(text);
    Matcher email = EMAIL.matcher(rest);
    if (email.find()) {
      lead.guess(email.group());
      rest = rest.substring(0, email.start()) + "," + rest.substring(email.end());
    }
    Matcher phone = PHONE.matcher(rest);
    while (phone.find()) {
      if (LeadCells.phone(phone.group().strip())) {
        lead.guess(phone.group().strip());
        rest = rest.substring(0, phone.start()) + "," + rest.substring(phone.end());
        phone = PHONE.matcher(rest);
      }
    }
    DIVIDED.splitAsStream(rest).forEach(part -> words(lead, part.strip()));
    return lead;
  }

  private static void words(LeadCells lead, String part) {
    if (part.isEmpty()) {
      return;
    }
    if (HAN.matcher(part).find()) {
      BLANKS.splitAsStream(part).forEach(lead::guess);
      return;
    }
    List<String> words = BLANKS.splitAsStream(part).toList();
    if (words.size() <= PERSON_WORDS + 1 || LeadCells.company(part)) {
      lead.guess(part);
    } else {
      lead.guess(String.join(" ", words.subList(0, PERSON_WORDS)));
      lead.note(String.join(" ", words.subList(PERSON_WORDS, words.size())));
    }
  }

  /** Full-width digits and blanks as their plain ones, without what cannot be seen. */
  private static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]", "")
        .strip();
  }
}
