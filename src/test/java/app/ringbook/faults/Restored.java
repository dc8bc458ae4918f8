package app.ringbook.faults;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Backups;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.backup.Restore;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * {@code restore}: a backup of a working book, put into a new folder after the book went on. Counts
 * and checksums of every table must be those of the moment of the backup.
 */
final class Restored {
  private static final int CUSTOMERS = 2_000;
  private static final int LATER = 50;
  private final Random random;
  private final boolean cheat;

  /**
   * @param cheat the state to compare with is taken after the book went on: must be noticed
   */
  Restored(long seed, boolean cheat) {
    this.random = new Random(seed);
    this.cheat = cheat;
  }

  Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    Path folder = Files.createTempDirectory("ringbook-restore-");
    try {
      for (int round = 0; round < rounds; round++) {
        round(folder.resolve("of" + round), folder.resolve("to" + round), figures);
      }
    } finally {
      FolderFiles.delete(folder);
    }
    return figures;
  }

  private void round(Path of, Path to, Figures figures) throws Exception {
    AppFolders from = new AppFolders(Files.createDirectories(of));
    AppFolders into = new AppFolders(Files.createDirectories(to));
    AppClock clock = AppClock.system();
    Path zip = of.resolve("backup.zip");
    Map<String, String> wanted;
    try (Database database = open(from)) {
      write(database, CUSTOMERS);
      wanted = content(from);
      new Backups(database, from, from::recordings, clock).create(zip, Progress.NONE);
      write(database, LATER);
      if (cheat) {
        wanted = content(from);
      }
    }
    long start = System.nanoTime();
    if (!Restore.run(zip, into, clock, Progress.NONE).ok()) {
      figures.breach("The backup does not hold");
      return;
    }
    try (Database database = open(into)) {
      figures.opened((System.nanoTime() - start) / 1_000_000);
      figures.add("restored", database.lastSequence());
      Map<String, String> found = content(into);
      if (!found.equals(wanted)) {
        figures.breach("Restored " + found + ", but it was " + wanted);
      }
    }
    figures.add("backups", 1);
  }

  private static Database open(AppFolders folders) {
    return Database.open(
        Database.Options.embedded(folders, AppClock.system(), () -> "Rep", () -> false),
        Progress.NONE);
  }

  private void write(Database database, int count) {
    PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "30", ""));
    Customers customers = new Customers(database, numbers, AppClock.system());
    List<NewCustomer> fresh = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = "030" + (1_000_000 + random.nextInt(8_000_000));
      Customer facts = Customer.named("Firm " + random.nextInt() + " 明").build();
      fresh.add(
          new NewCustomer(
              facts, List.of(), NewCustomer.of("", List.of(numbers.parse(number))).phones()));
    }
    database.write(
        Change.of("customer.change.created", "many"), tx -> customers.createAllIn(tx, fresh));
  }

  /** How many rows every table has, and what their checksums add up to. */
  private static Map<String, String> content(AppFolders folders) throws SQLException {
    Map<String, String> content = new TreeMap<>();
    String url = "jdbc:h2:async:" + folders.database();
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement()) {
      for (Table table : Tables.read(connection).all()) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*), COALESCE(SUM(row_crc), 0) FROM " + table.name())) {
          rows.next();
          content.put(table.name(), rows.getLong(1) + "/" + rows.getBigDecimal(2));
        }
      }
    }
    return content;
  }
}
