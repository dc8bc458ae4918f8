package app.ringbook.spreadsheet;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.customer.ProfileColumns;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The line of an import over a throw-away database, with what tests ask of it. */
final class ImportBench implements AutoCloseable {
  private static final List<String> TABLES =
      List.of("customer", "contact", "phone", "timeline_entry", "import_run");
  final TestDatabase store;
  final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));
  final Customers customers;
  final ImportLine imports;
  int backups;
  private final Path folder;
  private final List<SheetRows> open = new ArrayList<>();

  ImportBench(TestDatabase store, Path folder) {
    this.store = store;
    this.folder = folder;
    this.customers = new Customers(store.database(), numbers, store.clock());
    this.imports =
        new ImportLine(
            store.database(),
            new Kinds(
                List.of(
                    new CustomerKind(
                        customers,
                        new Timeline(store.database(), store.clock()),
                        List::of,
                        new ProfileColumns(
                            List::of,
                            new Profiles(store.database(), store.clock()),
                            new FieldValues(() -> "CNY")),
                        new Twins(
                            store.database(),
                            customers,
                            new CustomerSearch(store.database()),
                            store.clock())))),
            numbers,
            store.clock(),
            progress -> backups++);
  }

  /** Rows of a text. */
  SheetRows csv(String text) throws IOException {
    Path file = folder.resolve("customers-" + open.size() + ".csv");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return rows(file, null);
  }

  /** Rows of a sheet of a file. */
  SheetRows rows(Path file, @Nullable String sheet) {
    SheetFile opened = SheetFile.openTrusted(file);
    SheetRows rows = opened.load(opened.sheet(sheet), Progress.NONE);
    open.add(rows);
    return rows;
  }

  ColumnMatch match(SheetRows rows) {
    return new ColumnMatcher(numbers, CustomerFields.ALL).match(rows);
  }

  Rehearsal rehearse(SheetRows rows, ImportOptions options) {
    return imports.rehearse(rows, match(rows), options, Progress.NONE);
  }

  ImportLine.Done commit(SheetRows rows, ImportOptions options) {
    return imports.commit(rows, match(rows), options, Progress.NONE);
  }

  /** The outcomes with their numbers, for one short assertion. */
  static Map<Outcome, Integer> counts(Rehearsal rehearsal) {
    Map<Outcome, Integer> counts = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      if (rehearsal.count(outcome) > 0) {
        counts.put(outcome, rehearsal.count(outcome));
      }
    }
    return counts;
  }

  /** Everything that an undo must bring back, read by plain JDBC. */
  List<String> image() {
    List<String> image = new ArrayList<>();
    for (String table : TABLES) {
      store.rows("SELECT * FROM " + table + " ORDER BY id").forEach(r -> image.add(table + r));
    }
    image.sort(Comparator.naturalOrder());
    return image;
  }

  @Override
  public void close() {
    open.forEach(SheetRows::close);
  }
}
