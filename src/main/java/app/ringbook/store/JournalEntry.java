package app.ringbook.store;

import app.ringbook.store.sql.JournalIndex;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.RowValues;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Link;
import app.ringbook.store.sql.Tables.Table;
import app.ringbook.store.sql.ValueCodec;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the journal: all there is to know of a change. As bytes: 1 plain or 2 deflated; then
 * sequence, moment, actor, action, subject, group, counters, undone entries, and the rows: the new
 * image in full, the old one in full only for a deleted row, else the columns that differ. Tables
 * and columns are named once.
 *
 * @param counters the next free id of every table that took ids
 * @param undoes entries that this one takes back
 */
record JournalEntry(Committed committed, Map<String, Long> counters, List<Long> undoes) {
  private static final int PLAIN = 1;
  private static final int DEFLATED = 2;
  private static final int WORTH_DEFLATING = 1024;
  private static final int PAGE = 20;
  private static final int INSERTED = 1;
  private static final int UPDATED = 2;
  private static final int DELETED = 3;

  long sequence() {
    return committed.sequence();
  }

  /** What the journal's table shows of it. */
  JournalTable.Line line(byte[] payload) {
    return new JournalTable.Line(
        committed.sequence(),
        committed.at(),
        committed.actor(),
        committed.change().action(),
        committed.change().subject(),
        committed.change().group(),
        committed.rows().size(),
        payload);
  }

  /** Records it tells of: rows on which others hang or that stand alone, and all whom rows name. */
  JournalIndex.Touched touched(Tables tables) {
    JournalIndex.Touched touched = new JournalIndex.Touched();
    for (RowChange row : committed.rows()) {
      Table table = tables.get(row.table());
      if (!table.children().isEmpty() || table.parents().isEmpty()) {
        touched.add(table.name(), row.id());
      }
      for (Link link : table.parents()) {
        named(row.before(), link, touched);
        named(row.after(), link, touched);
      }
    }
    return touched;
  }

  private static void named(@Nullable Row image, Link link, JournalIndex.Touched touched) {
    if (image != null) {
      Object id = link.column().equals("id") ? image.id() : image.values().get(link.column());
      if (id instanceof Long parent) {
        touched.add(link.parent(), parent);
      }
    }
  }

  /**
   * Notes which records the entries tell of, if that was never done: the first time a program opens
   * data that an older one wrote.
   */
  static void indexAll(Connection connection, Tables tables) throws SQLException {
    if (!JournalIndex.missing(connection)) {
      return;
    }
    long last = 0;
    for (List<byte[]> page = List.of(new byte[0]); !page.isEmpty(); ) {
      page = JournalTable.payloads(connection, last, PAGE);
      for (byte[] payload : page) {
        JournalEntry entry = stored(payload);
        last = entry.sequence();
        JournalIndex.insert(connection, last, entry.touched(tables));
      }
    }
  }

  /** As {@link #decode} for bytes that the database holds. */
  static JournalEntry stored(byte[] payload) {
    try {
      return decode(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry as bytes. */
  byte[] encode() {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(1024);
    try {
      plain.write(PLAIN);
      write(new DataOutputStream(plain), this);
      if (plain.size() < WORTH_DEFLATING) {
        return plain.toByteArray();
      }
      ByteArrayOutputStream small = new ByteArrayOutputStream(plain.size() / 3);
      small.write(DEFLATED);
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      try (OutputStream out = new DeflaterOutputStream(small, deflater, 8192)) {
        out.write(plain.toByteArray(), 1, plain.size() - 1);
      } finally {
        deflater.end();
      }
      return small.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException if the bytes are no entry
   */
  static JournalEntry decode(byte[] payload) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(payload);
    int form = bytes.read();
    return switch (form) {
      case PLAIN -> read(new DataInputStream(bytes));
      case DEFLATED ->
          read(new DataInputStream(new BufferedInputStream(new InflaterInputStream(bytes), 8192)));
      default -> throw new IOException("Unknown form of entry " + form);
    };
  }

  private static void write(DataOutputStream out, JournalEntry entry) throws IOException {
    Committed committed = entry.committed();
    ValueCodec.writeNumber(out, committed.sequence());
    ValueCodec.writeNumber(out, committed.at().toEpochMilli());
    ValueCodec.writeText(out, committed.actor());
    ValueCodec.writeText(out, committed.change().action());
    ValueCodec.writeText(out, committed.change().subject());
    ValueCodec.writeValue(out, committed.change().group());
    ValueCodec.writeNumber(out, entry.counters().size());
    for (Map.Entry<String, Long> counter : entry.counters().entrySet()) {
      ValueCodec.writeText(out, counter.getKey());
      ValueCodec.writeNumber(out, counter.getValue());
    }
    ValueCodec.writeNumber(out, entry.undoes().size());
    for (Long undone : entry.undoes()) {
      ValueCodec.writeNumber(out, undone);
    }
    writeRows(out, committed.rows());
  }

  private static void writeRows(DataOutputStream out, List<RowChange> rows) throws IOException {
    Map<String, List<String>> shapes = new LinkedHashMap<>();
    for (RowChange row : rows) {
      shapes.computeIfAbsent(row.table(), t -> List.copyOf(some(row).values().keySet()));
    }
    ValueCodec.writeNumber(out, shapes.size());
    for (Map.Entry<String, List<String>> shape : shapes.entrySet()) {
      ValueCodec.writeText(out, shape.getKey());
      ValueCodec.writeNumber(out, shape.getValue().size());
      for (String column : shape.getValue()) {
        ValueCodec.writeText(out, column);
      }
    }
    List<String> order = List.copyOf(shapes.keySet());
    ValueCodec.writeNumber(out, rows.size());
    for (RowChange row : rows) {
      List<String> columns = Objects.requireNonNull(shapes.get(row.table()));
      ValueCodec.writeNumber(out, order.indexOf(row.table()));
      writeRow(out, row, columns);
    }
  }

  private static void writeRow(DataOutputStream out, RowChange row, List<String> columns)
      throws IOException {
    Row before = row.before();
    Row after = row.after();
    Row whole = some(row);
    out.writeByte(before == null ? INSERTED : after == null ? DELETED : UPDATED);
    ValueCodec.writeNumber(out, whole.id());
    ValueCodec.writeNumber(out, whole.version());
    for (String column : columns) {
      ValueCodec.writeValue(out, whole.values().get(column));
    }
    if (before != null && after != null) {
      ValueCodec.writeNumber(out, before.version());
      for (int i = 0; i < columns.size(); i++) {
        Object old = before.values().get(columns.get(i));
        if (!Objects.deepEquals(old, after.values().get(columns.get(i)))) {
          ValueCodec.writeNumber(out, i);
          ValueCodec.writeValue(out, old);
        }
      }
      ValueCodec.writeNumber(out, -1);
    }
  }

  private static JournalEntry read(DataInputStream in) throws IOException {
    long sequence = ValueCodec.readNumber(in);
    Instant at = Instant.ofEpochMilli(ValueCodec.readNumber(in));
    String actor = ValueCodec.readText(in);
    String action = ValueCodec.readText(in);
    String subject = ValueCodec.readText(in);
    String group = (String) ValueCodec.readValue(in);
    Map<String, Long> counters = new LinkedHashMap<>();
    for (long left = ValueCodec.readNumber(in); left > 0; left--) {
      counters.put(ValueCodec.readText(in), ValueCodec.readNumber(in));
    }
    List<Long> undoes = new ArrayList<>();
    for (long left = ValueCodec.readNumber(in); left > 0; left--) {
      undoes.add(ValueCodec.readNumber(in));
    }
    Change change = new Change(action, subject, group);
    return new JournalEntry(
        new Committed(sequence, at, actor, change, readRows(in)), counters, undoes);
  }

  private static List<RowChange> readRows(DataInputStream in) throws IOException {
    List<String> tables = new ArrayList<>();
    List<RowValues.Columns> shapes = new ArrayList<>();
    for (long left = ValueCodec.readNumber(in); left > 0; left--) {
      tables.add(ValueCodec.readText(in).intern());
      List<String> columns = new ArrayList<>();
      for (long more = ValueCodec.readNumber(in); more > 0; more--) {
        columns.add(ValueCodec.readText(in).intern());
      }
      shapes.add(new RowValues.Columns(columns));
    }
    List<RowChange> rows = new ArrayList<>();
    for (long left = ValueCodec.readNumber(in); left > 0; left--) {
      int table = (int) ValueCodec.readNumber(in);
      if (table < 0 || table >= tables.size()) {
        throw new IOException("Unknown table " + table);
      }
      rows.add(readRow(in, tables.get(table), shapes.get(table)));
    }
    return rows;
  }

  private static RowChange readRow(DataInputStream in, String table, RowValues.Columns columns)
      throws IOException {
    int kind = in.readUnsignedByte();
    long id = ValueCodec.readNumber(in);
    long version = ValueCodec.readNumber(in);
    @Nullable Object[] values = new @Nullable Object[columns.names().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ValueCodec.readValue(in);
    }
    Row whole = new Row(table, id, version, columns.row(values));
    if (kind == INSERTED) {
      return new RowChange(null, whole);
    } else if (kind == DELETED) {
      return new RowChange(whole, null);
    }
    long oldVersion = ValueCodec.readNumber(in);
    @Nullable Object[] old = values.clone();
    for (int i = (int) ValueCodec.readNumber(in); i >= 0; i = (int) ValueCodec.readNumber(in)) {
      old[i] = ValueCodec.readValue(in);
    }
    return new RowChange(new Row(table, id, oldVersion, columns.row(old)), whole);
  }

  private static Row some(RowChange row) {
    return Objects.requireNonNull(row.after() != null ? row.after() : row.before());
  }
}
