package app.ringbook.store.keys;

import app.ringbook.store.sql.StoreFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/** Asks the indexes of a server. */
public final class SqlKeys implements KeyLookup {
  private static final int TOGETHER = 500;
  private final Connections connections;

  /** Work with a connection. */
  public interface Work<T> {
    /** Asks it. */
    T ask(Connection connection) throws SQLException;
  }

  /** Where connections come from: a pool, or the one of a transaction. */
  public interface Connections {
    /** Lends a connection for some work. */
    <T> T with(Work<T> work) throws SQLException;
  }

  /** Asks over these connections. */
  public SqlKeys(Connections connections) {
    this.connections = connections;
  }

  @Override
  public long[] in(KeyColumn column, Range range, int most) {
    String keys = column.column();
    return ids(
        "SELECT id FROM %s WHERE %s >= ? AND %s < ? ORDER BY %s, id LIMIT ?"
            .formatted(column.table(), keys, keys, keys),
        List.of(range.from(), range.to(), most));
  }

  @Override
  public long[] inAny(KeyColumn column, List<Range> ranges) {
    LongStream found = LongStream.empty();
    for (int from = 0; from < ranges.size(); from += TOGETHER) {
      List<Range> some = ranges.subList(from, Math.min(ranges.size(), from + TOGETHER));
      List<Object> values = new ArrayList<>();
      some.forEach(range -> Collections.addAll(values, range.from(), range.to()));
      String sql =
          "SELECT t.id FROM (VALUES %s) AS wanted (low, high) JOIN %s t ON t.%s >= wanted.low AND t.%s < wanted.high"
              .formatted(
                  String.join(", ", Collections.nCopies(some.size(), "(?, ?)")),
                  column.table(),
                  column.column(),
                  column.column());
      found = LongStream.concat(found, LongStream.of(ids(sql, values)));
    }
    return found.distinct().toArray();
  }

  @Override
  public long[] equal(KeyColumn column, Collection<String> keys) {
    if (keys.isEmpty()) {
      return new long[0];
    }
    return ids(
        "SELECT id FROM %s WHERE %s IN (%s)"
            .formatted(
                column.table(),
                column.column(),
                String.join(", ", Collections.nCopies(keys.size(), "?"))),
        List.copyOf(keys));
  }

  @Override
  public long[] first(KeyColumn column, int most) {
    return ids(
        "SELECT id FROM %s WHERE %s IS NOT NULL ORDER BY %s, id LIMIT ?"
            .formatted(column.table(), column.column(), column.column()),
        List.of(most));
  }

  private long[] ids(String sql, List<?> values) {
    try {
      return connections.with(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
              for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
              }
              LongStream.Builder ids = LongStream.builder();
              try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                  ids.add(rows.getLong(1));
                }
              }
              return ids.build().toArray();
            }
          });
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
