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
  private static final CustomerField EMAIL = CustomerFields.byKey("email").orElseThrow();
  private final PhoneNumbers numbers;

  private record Claim(int column, CustomerField field, double sure) {}

  /**
   * @param numbers knows the names of countries
   */
  public ColumnMatcher(PhoneNumbers numbers) {
    this.numbers = numbers;
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
    HeaderFinder.Found found = HeaderFinder.find(first);
    List<SheetRow> values = first.subList(found.index() + 1, first.size());
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int column = 0; column < found.headers().size(); column++) {
      profiles.add(ColumnProfile.of(column, values, numbers));
    }
    Map<Integer, CustomerField> fields = settle(claims(found.headers(), profiles));
    List<ColumnMatch.Column> columns = new ArrayList<>();
    for (int column = 0; column < profiles.size(); column++) {
      columns.add(
          new ColumnMatch.Column(
              column, found.headers().get(column), fields.get(column), profiles.get(column)));
    }
    return people(new ColumnMatch(found.index(), columns));
  }

  private static List<Claim> claims(List<String> headers, List<ColumnProfile> profiles) {
    List<Claim> claims = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      Optional<HeaderWords.Guess> guess = HeaderWords.field(headers.get(column));
      CustomerField seen = profiles.get(column).looksLike();
      if (guess.isPresent()) {
        HeaderWords.Guess header = guess.get();
        claims.add(new Claim(column, secondOpinion(header.field(), seen), header.sure()));
      } else if (seen != null && profiles.get(column).filled() > 1) {
        claims.add(new Claim(column, seen, 0.3));
      }
    }
    claims.sort(Comparator.comparingDouble(Claim::sure).reversed().thenComparingInt(Claim::column));
    return claims;
  }

  /** Values that can be nothing else overrule a header: a column Contact full of phones. */
  private static CustomerField secondOpinion(CustomerField header, @Nullable CustomerField seen) {
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

  private static Map<Integer, CustomerField> settle(List<Claim> claims) {
    Map<Integer, CustomerField> fields = new HashMap<>();
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
      for (CustomerField part : List.of(CustomerFields.FIRST_NAME, CustomerFields.LAST_NAME)) {
        for (ColumnMatch.Column column : match.of(part)) {
          boolean lone = !match.has(CustomerFields.CONTACT);
          settled = settled.with(column.index(), lone ? CustomerFields.CONTACT : null);
        }
      }
    }
    return settled;
  }
}
