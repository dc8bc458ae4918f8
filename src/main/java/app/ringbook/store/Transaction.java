package app.ringbook.store;

import app.ringbook.store.keys.KeyLookup;
import java.util.List;
import java.util.Map;

/**
 * What may be done inside {@link Database#inTransaction}. Valid on the writer thread until the work
 * returns. Every write is part of the transaction's one journal entry.
 */
public interface Transaction {

  /** A mapper that sees the uncommitted rows of this transaction. Mappers only read. */
  <M> M mapper(Class<M> mapper);

  /** Finds rows by their keys, those among them that this transaction wrote. */
  KeyLookup keys();

  /** The first of {@code count} fresh ids of a table; the others follow it without a gap. */
  long nextIds(String table, int count);

  /** A fresh id of a table. */
  default long nextId(String table) {
    return nextIds(table, 1);
  }

  /** Inserts a row; its version becomes 1. */
  default void insert(Row row) {
    insertAll(List.of(row));
  }

  /** Inserts rows of any tables as one batch, in their order. */
  void insertAll(List<Row> rows);

  /**
   * Replaces the row with the same table and id; its version grows by one. Columns the image leaves
   * out keep their value.
   *
   * @throws StaleRowException if the stored row has another version: nothing is lost silently
   */
  default void update(Row row) {
    updateAll(List.of(row));
  }

  /** As {@link #update} for many rows. */
  void updateAll(List<Row> rows);

  /**
   * Deletes a row.
   *
   * @throws StaleRowException if the stored row has another version
   */
  void delete(String table, long id, long version);

  /** How many rows it wrote until now: where in its journal entry the next one will stand. */
  int writtenRows();

  /**
   * Makes every row that names a row of a table name another one instead, in whatever table: what
   * hangs on the one hangs on the other from then on. Only true references count, not keys shared
   * by two tables.
   *
   * @return how many rows moved, by table; without tables of which none did
   */
  Map<String, Integer> repoint(String table, long from, long to);
}
