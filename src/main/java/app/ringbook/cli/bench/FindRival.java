package app.ringbook.cli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Another way to find texts by a fragment: one table of names, one of numbers, asked by LIKE.
 * SQLite answers it from its trigram index where the fragment is long enough.
 */
final class FindRival implements AutoCloseable {
  private static final int BATCH = 5000;

  /** The tables: what people and companies are found by, and what numbers are found by. */
  private static final List<String> TABLES = List.of("names", "numbers");

  private final String name;
  private final Connection connection;
  private final List<PreparedStatement> inserts = new ArrayList<>();
  private int waiting;

  private FindRival(String name, Connection connection, String create) throws SQLException {
    this.name = name;
    this.connection = connection;
    for (String table : TABLES) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(create.formatted(table));
      }
      inserts.add(
          connection.prepareStatement(
              "INSERT INTO %s (owner, content) VALUES (?, ?)".formatted(table)));
    }
    connection.setAutoCommit(false);
  }

  /** SQLite's full text index of trigrams. */
  static FindRival sqlite(Path folder) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("find.sqlite").toAbsolutePath();
    return new FindRival(
        "SQLite FTS5 trigram",
        DriverManager.getConnection(url),
        "CREATE VIRTUAL TABLE %s USING fts5(owner UNINDEXED, content, tokenize='trigram')");
  }

  /** H2, which looks at every text. */
  static FindRival h2(Path folder) throws SQLException {
    String url =
        "jdbc:h2:" + folder.resolve("find").toAbsolutePath() + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    return new FindRival(
        "H2 LIKE",
        DriverManager.getConnection(url),
        "CREATE TABLE %s (owner BIGINT NOT NULL, content VARCHAR NOT NULL)");
  }

  String name() {
    return name;
  }

  /** Adds a text. */
  void add(boolean number, long owner, String text) {
    PreparedStatement insert = inserts.get(number ? 1 : 0);
    try {
      insert.setLong(1, owner);
      insert.setString(2, text);
      insert.addBatch();
      if (++waiting % BATCH == 0) {
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All texts are there. */
  void filled() throws SQLException {
    for (PreparedStatement insert : inserts) {
      insert.executeBatch();
      insert.close();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Owners of texts with all words, and of numbers with the digits, at most so many texts. */
  Set<Long> ask(List<String> words, @Nullable String digits, int limit) throws SQLException {
    Set<Long> owners = new TreeSet<>();
    int found = ask("names", words, limit, owners);
    if (digits != null && found < limit) {
      ask("numbers", List.of(digits), limit - found, owners);
    }
    return owners;
  }

  private int ask(String table, List<String> words, int limit, Set<Long> owners)
      throws SQLException {
    String like = String.join(" AND ", words.stream().map(w -> "content LIKE ?").toList());
    String sql = "SELECT owner FROM %s WHERE %s LIMIT %d".formatted(table, like, limit);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < words.size(); i++) {
        statement.setString(i + 1, "%" + words.get(i) + "%");
      }
      int found = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          owners.add(rows.getLong(1));
          found++;
        }
      }
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
