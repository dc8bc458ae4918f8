package app.ringbook.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The other databases, filled with the same numbers as ours. */
final class Rivals implements AutoCloseable {
  private final List<RivalDatabase> all;

  /** Starts them, empty; PostgreSQL is a server of its own on the loopback address. */
  Rivals(Path folder) throws IOException, SQLException {
    all = List.of(RivalDatabase.h2(folder), RivalDatabase.sqlite(folder), RivalDatabase.postgres());
  }

  /** Gives each of them these numbers as well. */
  void add(List<BenchMapper.Line> numbers) throws SQLException {
    for (RivalDatabase rival : all) {
      rival.add(numbers);
    }
  }

  /** All numbers are there. */
  void filled() throws SQLException {
    for (RivalDatabase rival : all) {
      rival.filled();
    }
  }

  List<RivalDatabase> all() {
    return all;
  }

  @Override
  public void close() throws IOException, SQLException {
    for (RivalDatabase rival : all) {
      rival.close();
    }
  }
}
