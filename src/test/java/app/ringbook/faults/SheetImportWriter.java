package app.ringbook.faults;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.customer.ProfileColumns;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.store.Database;
import app.ringbook.timeline.Timeline;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The child of {@code kill9-import}: imports one file as the program does. Started again it goes on
 * behind the mark. Arguments: folder, and {@code early} to cheat: it says that a block is stored
 * before it is.
 */
final class SheetImportWriter implements Progress {
  static final int ROWS = 20_000;

  /** Every tenth row is about the customer of an earlier row and names another person. */
  static final int CUSTOMERS = ROWS - ROWS / 10;

  static final int BLOCK = 2_000;

  static final PhoneNumbers NUMBERS = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final boolean early;

  private SheetImportWriter(boolean early) {
    this.early = early;
  }

  /** Imports what is left, then ends. */
  public static void main(String[] arguments) throws IOException {
    new SheetImportWriter(arguments.length > 1).run(Path.of(arguments[0]));
  }

  private void run(Path folder) throws IOException {
    say("opening");
    AppClock clock = AppClock.system();
    try (Database database =
        Database.open(
            Database.Options.embedded(new AppFolders(folder), clock, () -> "Rep", () -> false),
            Progress.NONE)) {
      ImportLine imports = imports(database, NUMBERS);
      SheetFile sheet = SheetFile.openTrusted(file(folder));
      try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
        ColumnMatch match = new ColumnMatcher(NUMBERS, CustomerFields.ALL).match(rows);
        imports.commit(rows, match, ImportOptions.DEFAULT, this);
      }
    }
    say("complete");
  }

  /** An import as the program makes it. */
  static ImportLine imports(Database database, PhoneNumbers numbers) {
    AppClock clock = AppClock.system();
    Customers customers = new Customers(database, numbers, clock);
    return new ImportLine(
        database,
        new Kinds(
            List.of(
                new CustomerKind(
                    customers,
                    new Timeline(database, clock),
                    List::of,
                    new ProfileColumns(
                        List::of, new Profiles(database, clock), new FieldValues(() -> "CNY")),
                    new Twins(database, customers, new CustomerSearch(database), clock)))),
        numbers,
        clock,
        progress -> {});
  }

  /** The file that every round imports; the same bytes each time. */
  private static Path file(Path folder) throws IOException {
    Path file = folder.resolveSibling("customers.csv");
    if (Files.exists(file)) {
      return file;
    }
    StringBuilder text = new StringBuilder("公司,联系人,手机,编号\n");
    for (int i = 0; i < ROWS; i++) {
      int customer = i % 10 == 9 ? i / 10 * 9 + i % 9 : i / 10 * 9 + i % 10;
      text.append("客户%d,人%d,138%08d,K%d%n".formatted(customer, i, i, customer));
    }
    Path fresh = folder.resolveSibling("customers.new");
    Files.writeString(fresh, text);
    return Files.move(fresh, file);
  }

  private void say(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void at(long done, long total) {
    say("ack " + (early ? Math.min(total, done + BLOCK) : done));
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
