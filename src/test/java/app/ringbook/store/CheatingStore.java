package app.ringbook.store;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Progress;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes what the store writes, but trusts H2's defaults: a harness must catch it losing work. */
public final class CheatingStore implements AutoCloseable {
  private final Connection connection;
  private final RowStatements statements;
  private final Tables tables;
  private long sequence;

  /** Opens the folder; the schema is made by the real store first. */
  public CheatingStore(Path folder) throws SQLException {
    AppFolders folders = new AppFolders(folder);
    Database.open(
            Database.Options.embedded(folders, AppClock.system(), () -> "Cheat", () -> false),
            Progress.NONE)
        .close();
    connection = DriverManager.getConnection("jdbc:h2:" + folders.database(), "SA", "");
    connection.setAutoCommit(false);
    statements = new RowStatements(connection);
    tables = Tables.read(connection);
    sequence = JournalTable.last(connection);
  }

  /** Adds a customer; returns what it claims to be saved. */
  public long addCustomer() throws SQLException {
    sequence++;
    Row row = TestRows.customer(sequence, "Customer " + sequence);
    Row image =
        new Row("customer", sequence, 1, OpenTransaction.whole(tables.get("customer"), row, null));
    statements.insert(tables.get("customer"), List.of(image));
    JournalEntry entry =
        new JournalEntry(
            new Committed(
                sequence,
                AppClock.system().now(),
                "Cheat",
                Change.of("customer.change.created", "x"),
                List.of(new RowChange(null, image))),
            Map.of("customer", sequence + 1),
            List.of());
    JournalTable.insert(connection, entry.line(entry.encode()));
    connection.commit();
    return sequence;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
