package app.ringbook.store.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The shape of all tables of rows, read once from the database's own catalogue: whoever adds a
 * table or a column by a migration has nothing to add here. Names are in lower case. A table of
 * rows is one with the columns {@code id}, {@code version} and {@code row_crc}.
 */
public final class Tables {

  /** What a column holds. */
  public enum Kind {
    TEXT,
    LONG,
    INT,
    BOOLEAN,
    DECIMAL,
    DATE,
    MOMENT,
    BYTES
  }

  /** One column; {@code size} is the longest text in characters. */
  public record Column(String name, Kind kind, int size) {}

  /** A foreign key: {@code column} of {@code child} names an id of {@code parent}. */
  public record Link(String child, String column, String parent) {}

  /** An index with its columns in order. */
  public record Index(String name, boolean unique, List<String> columns) {}

  /**
   * One table.
   *
   * @param columns every column but id, version and row_crc, in the order of the schema
   * @param shape their names
   */
  public record Table(
      String name,
      List<Column> columns,
      RowValues.Columns shape,
      List<Link> parents,
      List<Link> children,
      List<Index> indexes) {

    /** The column of that name. */
    public Column column(String wanted) {
      for (Column column : columns) {
        if (column.name.equals(wanted)) {
          return column;
        }
      }
      throw new IllegalArgumentException("Table " + name + " has no column " + wanted);
    }
  }

  private final Map<String, Table> byName = new LinkedHashMap<>();

  private Tables() {}

  /** Reads the catalogue of the connection's schema. */
  public static Tables read(Connection connection) throws SQLException {
    DatabaseMetaData catalogue = connection.getMetaData();
    Map<String, String> found = new TreeMap<>();
    try (ResultSet rows =
        catalogue.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            null,
            new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        found.put(lower(name), name);
      }
    }
    List<Link> links = new ArrayList<>();
    for (String name : found.values()) {
      links.addAll(links(connection, catalogue, name));
    }
    Tables tables = new Tables();
    for (Map.Entry<String, String> entry : found.entrySet()) {
      List<Column> columns = columns(connection, catalogue, entry.getValue());
      if (columns.stream().anyMatch(c -> c.name.equals("row_crc"))) {
        String name = entry.getKey();
        List<Column> free = columns.stream().filter(c -> !OWN.contains(c.name)).toList();
        tables.byName.put(
            name,
            new Table(
                name,
                free,
                new RowValues.Columns(free.stream().map(Column::name).toList()),
                links.stream().filter(l -> l.child.equals(name)).toList(),
                links.stream().filter(l -> l.parent.equals(name)).toList(),
                indexes(connection, catalogue, entry.getValue())));
      }
    }
    return tables;
  }

  private static final List<String> OWN = List.of("id", "version", "row_crc");

  /** All tables of rows, by name. */
  public Collection<Table> all() {
    return byName.values();
  }

  /** The table of that name. */
  public Table get(String name) {
    Table table = byName.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No table of rows is called " + name);
    }
    return table;
  }

  private static List<Column> columns(
      Connection connection, DatabaseMetaData catalogue, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet rows =
        catalogue.getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (rows.next()) {
        columns.add(
            new Column(
                lower(rows.getString("COLUMN_NAME")),
                kind(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")),
                rows.getInt("COLUMN_SIZE")));
      }
    }
    return columns;
  }

  private static List<Link> links(Connection connection, DatabaseMetaData catalogue, String table)
      throws SQLException {
    List<Link> links = new ArrayList<>();
    try (ResultSet rows =
        catalogue.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rows.next()) {
        links.add(
            new Link(
                lower(table),
                lower(rows.getString("FKCOLUMN_NAME")),
                lower(rows.getString("PKTABLE_NAME"))));
      }
    }
    return links;
  }

  private static List<Index> indexes(
      Connection connection, DatabaseMetaData catalogue, String table) throws SQLException {
    record Part(String index, boolean unique, int position, String column) {}
    List<Part> parts = new ArrayList<>();
    try (ResultSet rows =
        catalogue.getIndexInfo(
            connection.getCatalog(), connection.getSchema(), table, false, true)) {
      while (rows.next()) {
        String name = rows.getString("INDEX_NAME");
        if (name != null) {
          parts.add(
              new Part(
                  name,
                  !rows.getBoolean("NON_UNIQUE"),
                  rows.getInt("ORDINAL_POSITION"),
                  lower(rows.getString("COLUMN_NAME"))));
        }
      }
    }
    parts.sort(Comparator.comparing(Part::index).thenComparingInt(Part::position));
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, Boolean> unique = new TreeMap<>();
    for (Part part : parts) {
      columns.computeIfAbsent(part.index, n -> new ArrayList<>()).add(part.column);
      unique.put(part.index, part.unique);
    }
    return columns.entrySet().stream()
        .map(
            e ->
                new Index(e.getKey(), Objects.requireNonNull(unique.get(e.getKey())), e.getValue()))
        .toList();
  }

  private static Kind kind(int type, String name) {
    return switch (type) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> Kind.TEXT;
      case Types.BIGINT -> Kind.LONG;
      case Types.INTEGER, Types.SMALLINT -> Kind.INT;
      case Types.BOOLEAN, Types.BIT -> Kind.BOOLEAN;
      case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
      case Types.DATE -> Kind.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
      default -> throw new IllegalStateException("Column type " + name + " is not one of ours");
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
