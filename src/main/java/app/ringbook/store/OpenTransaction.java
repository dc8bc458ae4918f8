package app.ringbook.store;

import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.sql.ColumnValues;
import app.ringbook.store.sql.Mappers;
import app.ringbook.store.sql.RowValues;
import app.ringbook.store.sql.StoreFailure;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Column;
import app.ringbook.store.sql.Tables.Link;
import app.ringbook.store.sql.Tables.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A transaction on the writer's connection, noting every row it writes. */
final class OpenTransaction implements Transaction {
  /** So many rows take some milliseconds, and cost no more than longer batches. */
  private static final int SLICE = 100;

  private final Tables tables;
  private final RowStatements statements;
  private final Engine engine;
  private final Mappers mappers;
  private final SqlSession session;
  private final List<RowChange> written = new ArrayList<>();
  private final Map<String, Long> counters = new LinkedHashMap<>();
  private final Runnable between;
  private @Nullable KeyLookup keys;
  private boolean open = true;

  /**
   * @param between run between the slices of much work
   */
  OpenTransaction(
      Engine engine,
      Tables tables,
      RowStatements statements,
      Mappers mappers,
      SqlSession session,
      Runnable between) {
    this.between = between;
    this.engine = engine;
    this.tables = tables;
    this.statements = statements;
    this.mappers = mappers;
    this.session = session;
  }

  /** Ends the transaction's validity: a reference kept by the work is dead. */
  void end() {
    open = false;
  }

  List<RowChange> written() {
    return written;
  }

  Map<String, Long> counters() {
    return counters;
  }

  RowStatements statements() {
    return statements;
  }

  Tables tables() {
    return tables;
  }

  @Override
  public <M> M mapper(Class<M> mapper) {
    mustBeOpen();
    return mappers.in(session, mapper);
  }

  @Override
  public KeyLookup keys() {
    mustBeOpen();
    KeyLookup known = keys;
    if (known == null) {
      known = engine.keysWith(written);
      keys = known;
    }
    return known;
  }

  @Override
  public long nextIds(String table, int count) {
    mustBeOpen();
    tables.get(table);
    if (count < 1) {
      throw new IllegalArgumentException("No ids asked for");
    }
    try {
      long first = engine.takeIds(table, count);
      counters.put(table, first + count);
      return first;
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public void insertAll(List<Row> rows) {
    mustBeOpen();
    eachTable(
        rows,
        (table, some) -> {
          List<Row> images = new ArrayList<>(some.size());
          for (Row row : some) {
            images.add(new Row(table.name(), row.id(), 1, whole(table, row, null)));
          }
          statements.insert(table, images);
          images.forEach(image -> written.add(new RowChange(null, image)));
        });
  }

  @Override
  public void updateAll(List<Row> rows) {
    mustBeOpen();
    eachTable(rows, this::update);
  }

  private void update(Table table, List<Row> rows) throws SQLException {
    Map<Long, Row> stored = statements.read(table, rows.stream().map(Row::id).distinct().toList());
    List<RowChange> changes = new ArrayList<>(rows.size());
    List<Row> images = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Row before = stored.get(row.id());
      if (before == null || before.version() != row.version()) {
        throw new StaleRowException(row, before);
      }
      Row after =
          new Row(table.name(), row.id(), row.version() + 1, whole(table, row, before.values()));
      changes.add(new RowChange(before, after));
      images.add(after);
      stored.put(row.id(), after);
    }
    int[] counts = statements.update(table, images);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        throw new StaleRowException(rows.get(i), statements.read(table, rows.get(i).id()));
      }
    }
    written.addAll(changes);
  }

  @Override
  public void delete(String table, long id, long version) {
    mustBeOpen();
    Table shape = tables.get(table);
    try {
      Row before = statements.read(shape, id);
      if (before == null || before.version() != version || !statements.delete(shape, id, version)) {
        throw new StaleRowException(new Row(table, id, version, Map.of()), before);
      }
      written.add(new RowChange(before, null));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public Map<String, Integer> repoint(String table, long from, long to) {
    mustBeOpen();
    Map<String, Integer> moved = new TreeMap<>();
    try {
      for (Link link : tables.get(table).children()) {
        if (!link.column().equals("id")) {
          List<Row> rows = statements.naming(tables.get(link.child()), link.column(), from);
          updateAll(
              rows.stream()
                  .map(r -> Row.of(r.table(), r.id(), r.version()).set(link.column(), to).build())
                  .toList());
          if (!rows.isEmpty()) {
            moved.merge(link.child(), rows.size(), Integer::sum);
          }
        }
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
    return moved;
  }

  @Override
  public int writtenRows() {
    return written.size();
  }

  /** Writes images with the versions they carry, all inserted, updated or deleted; for undo. */
  void put(Table table, List<RowChange> changes) throws SQLException {
    RowChange first = changes.get(0);
    List<Row> images = new ArrayList<>();
    for (RowChange change : changes) {
      if (change.after() != null) {
        images.add(change.after());
      }
    }
    if (first.after() == null) {
      statements.delete(table, changes.stream().map(RowChange::id).toList());
    } else if (first.before() == null) {
      statements.insert(table, images);
    } else {
      statements.update(table, images);
    }
    written.addAll(changes);
  }

  /** Every column of the table, in its own type: given, else stored, else null. */
  static RowValues whole(Table table, Row row, @Nullable Map<String, @Nullable Object> stored) {
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    int used = 0;
    for (int i = 0; i < values.length; i++) {
      Column column = table.columns().get(i);
      String name = column.name();
      Object given = row.values().get(name);
      if (given != null || row.values().containsKey(name)) {
        values[i] = ColumnValues.normal(column, given);
        used++;
      } else {
        values[i] = stored == null ? null : stored.get(name);
      }
    }
    if (used < row.values().size()) {
      row.values().keySet().forEach(table::column);
    }
    return table.shape().row(values);
  }

  /** Work on rows of one table. */
  private interface Step {
    void run(Table table, List<Row> rows) throws SQLException;
  }

  /**
   * Cuts the rows into runs of one table, at most {@link #SLICE} each, in their order, and lets go
   * first what is in a hurry. A change of a few rows never waits.
   */
  private void eachTable(List<Row> rows, Step step) {
    try {
      int from = 0;
      for (int i = 1; i <= rows.size(); i++) {
        if (i == rows.size()
            || i - from == SLICE
            || !rows.get(i).table().equals(rows.get(from).table())) {
          step.run(tables.get(rows.get(from).table()), rows.subList(from, i));
          from = i;
          if (rows.size() > SLICE) {
            between.run();
          }
        }
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private void mustBeOpen() {
    if (!open) {
      throw new IllegalStateException("The transaction is over");
    }
  }
}
