package app.ringbook.store.sql;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * One database file and the connections to it. Addresses are made here and nowhere else, so that no
 * setting of H2 can come from a file or a person. Three users: SA migrates, makes checkpoints and
 * backups; WRITER changes rows; READER has no right but to read.
 *
 * @param path absolute, without the ending {@code .mv.db}
 */
public record H2File(Path path) {
  /** Names of column types in migrations, and what stands before steps for this database alone. */
  public static final Map<String, String> WORDS =
      Map.of(
          "bytes", "VARBINARY",
          "moment", "TIMESTAMP(3) WITH TIME ZONE",
          "text", "VARCHAR",
          "embedded", "");

  private static final String SETTINGS =
      ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=49152";

  /** Refuses a path H2 would read as settings. */
  public H2File {
    if (path.toString().indexOf(';') >= 0) {
      throw new ProblemException("store.problem.folder.name", path.toString());
    }
  }

  /** The file itself. */
  public Path file() {
    return path.resolveSibling(path.getFileName() + ".mv.db");
  }

  /** True if the file is there. */
  public boolean exists() {
    return Files.exists(file());
  }

  /** The first connection, with all rights; makes the file if it is absent. */
  public Connection administrator() throws SQLException {
    return DriverManager.getConnection(address() + SETTINGS, "SA", "");
  }

  /** A copy nobody writes to, as it lies on the disk. */
  public Connection readOnly() throws SQLException {
    return DriverManager.getConnection(
        address() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1", "SA", "");
  }

  /** A connection that may change rows, without automatic commits. */
  public Connection writer() throws SQLException {
    Connection connection = DriverManager.getConnection(address(), "WRITER", "");
    connection.setAutoCommit(false);
    return connection;
  }

  /** Address for connections of a user other than the administrator. */
  public String address() {
    return "jdbc:h2:async:" + path;
  }

  /**
   * H2's own copy, packed as a zip, of a database that may be open in this process. Rows are read
   * and written meanwhile: nobody waits for it but its caller.
   *
   * @param zip where to, as H2 names files
   */
  public void backup(String zip) throws SQLException {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("BACKUP TO '" + zip.replace("'", "''") + "'");
    }
  }

  /** Brings the schema to a version and gives the users their rights. */
  public void migrate(Connection administrator, int target) throws SQLException {
    Migrations.run(address() + SETTINGS, "SA", "", WORDS, target);
    try (Statement statement = administrator.createStatement()) {
      statement.execute("CREATE USER IF NOT EXISTS READER PASSWORD ''");
      statement.execute("CREATE USER IF NOT EXISTS WRITER PASSWORD ''");
      statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO READER");
      statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO WRITER");
    }
  }

  /** Forces everything committed to the disk: H2 does so at no other time. */
  public static void checkpoint(Connection administrator) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /** Forces the closed file to the disk: what H2 writes while closing it does not force. */
  public void force() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** True if the failure means that the file's content cannot be read. */
  public static boolean damaged(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.WRONG_USER_OR_PASSWORD,
          ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
          ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
          ErrorCode.SERIALIZATION_FAILED_1,
          ErrorCode.DESERIALIZATION_FAILED_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1 ->
          true;
      default -> false;
    };
  }

  /** What a failure of the embedded database means to a person, or the failure itself. */
  public RuntimeException named(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          new ProblemException(failure, "store.problem.locked", String.valueOf(path.getParent()));
      case ErrorCode.FILE_VERSION_ERROR_1 ->
          new ProblemException(failure, "store.problem.foreign", file().toString());
      case ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2 ->
          new ProblemException(failure, "store.problem.broken");
      case ErrorCode.FILE_CORRUPTED_1 ->
          new ProblemException(failure, "store.problem.damaged", file().toString());
      default ->
          ofDisk(failure)
              ? new ProblemException(failure, "store.problem.broken")
              : new StoreFailure(failure);
    };
  }

  /** True if the file could not be written or had to be closed, whatever statement met it. */
  private static boolean ofDisk(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MVStoreException store
          && (store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
              || store.getErrorCode() == DataUtils.ERROR_CLOSED)) {
        return true;
      }
    }
    return false;
  }
}
