package app.ringbook.spreadsheet.match;

import app.ringbook.platform.PhoneNumbers;
import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.file.SheetRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Guesses the match of a sheet from its headers, and from its values where headers do not say. */
public final class ColumnMatcher {
  private static final int LOOK = 500;
  private static final Field EMAIL = CustomerFields.field("email");
  private final PhoneNumbers numbers;
  private final Fields fields;

  private record Claim(int column, Field field, double sure) {}

  /**
   * @param numbers knows the names of countries
   * @param fields what a column can fill
   */
  public ColumnMatcher(PhoneNumbers numbers, Fields fields) {
    this.numbers = numbers;
    this.fields = fields;
  }

  /** Guesses the match of a sheet. */
  public ColumnMatch match(SheetRows rows) {
    List<SheetRow> first = new ArrayList<>();
    rows.forEach(
        0,
        (i, row) -> {
          first.add(row);
          return first.size() < LOOK;
        });
    HeaderFinder.Found found = HeaderFinder.find(first, fields);
    List<SheetRow> values = first.subList(found.index() + 1, first.size());
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int column = 0; column < found.headers().size(); column++) {
      profiles.add(ColumnProfile.of(column, values, numbers));
    }
    Map<Integer, Field> settled = settle(claims(found.headers(), profiles));
    List<ColumnMatch.Column> columns = new ArrayList<>();
    for (int column = 0; column < profiles.size(); column++) {
      columns.add(
          new ColumnMatch.Column(
              column, found.headers().get(column), settled.get(column), profiles.get(column)));
    }
    return decided(rows, people(new ColumnMatch(fields, found.index(), columns)));
  }

  /** The order of dates is decided by the whole column, not by its first rows. */
  private static ColumnMatch decided(SheetRows rows, ColumnMatch match) {
    Map<Integer, DateEvidence> dates = new HashMap<>();
    for (ColumnMatch.Column column : match.columns()) {
      if (column.profile().dates().dates() > 0) {
        dates.put(column.index(), column.profile().dates());
      }
    }
    if (dates.isEmpty()) {
      return match;
    }
    rows.forEach(
        LOOK,
        (i, row) -> {
          dates.replaceAll((at, seen) -> seen.with(row.cell(at)));
          return true;
        });
    return new ColumnMatch(
        match.fields(),
        match.headerIndex(),
        match.columns().stream()
            .map(c -> c.withDates(dates.getOrDefault(c.index(), DateEvidence.NONE)))
            .toList());
  }

  private List<Claim> claims(List<String> headers, List<ColumnProfile> profiles) {
    List<Claim> claims = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      Optional<Fields.Guess> guess = fields.guess(headers.get(column));
      if (fields.silent(headers.get(column))) {
        continue;
      }
      Field seen = known(profiles.get(column).looksLike());
      if (guess.isPresent()) {
        Fields.Guess header = guess.get();
        if (profiles.get(column).refusedBy(header.field())) {
          continue;
        }
        claims.add(new Claim(column, secondOpinion(header.field(), seen), header.sure()));
      } else if (seen != null && profiles.get(column).filled() > 1) {
        claims.add(new Claim(column, seen, 0.3));
      }
    }
    claims.sort(Comparator.comparingDouble(Claim::sure).reversed().thenComparingInt(Claim::column));
    return claims;
  }

  private @Nullable Field known(@Nullable Field seen) {
    return seen == null ? null : fields.byKey(seen.key()).orElse(null);
  }

  /** Values that can be nothing else overrule a header: a column Contact full of phones. */
  private static Field secondOpinion(Field header, @Nullable Field seen) {
    if (seen == null) {
      return header;
    }
    boolean number = seen.equals(CustomerFields.MOBILE) || seen.equals(CustomerFields.PHONE);
    boolean mail = seen.equals(EMAIL);
    boolean nameLike = header.equals(CustomerFields.CONTACT) || header.equals(CustomerFields.NAME);
    if (nameLike && (number || mail)) {
      return seen;
    }
    if (header.equals(CustomerFields.PHONE) && (mail || seen.equals(CustomerFields.MOBILE))) {
      return seen;
    }
    return header;
  }

  private static Map<Integer, Field> settle(List<Claim> claims) {
    Map<Integer, Field> fields = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.field().repeats() || !fields.containsValue(claim.field())) {
        fields.put(claim.column(), claim.field());
      }
    }
    return fields;
  }

  /** One full name makes parts of names needless; a lone column of parts is the name itself. */
  private static ColumnMatch people(ColumnMatch match) {
    ColumnMatch settled = match;
    boolean first = match.has(CustomerFields.FIRST_NAME);
    boolean last = match.has(CustomerFields.LAST_NAME);
    if (match.has(CustomerFields.CONTACT) || first != last) {
      for (Field part : List.of(CustomerFields.FIRST_NAME, CustomerFields.LAST_NAME)) {
        for (ColumnMatch.Column column : match.of(part)) {
          boolean lone = !match.has(CustomerFields.CONTACT);
          settled = settled.with(column.index(), lone ? CustomerFields.CONTACT : null);
        }
      }
    }
    return settled;
  }
}
