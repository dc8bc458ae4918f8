package app.ringbook.store.sql;

import app.ringbook.platform.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;

/**
 * Reads on connections of their own. One that was lost, because the server was started again or the
 * file closed on a full disk, is tried once more on a fresh one: reading twice does no harm.
 */
public final class Reads {
  private final Mappers mappers;
  private final Source source;

  /** Where connections come from, and what their failures mean. */
  public interface Source {
    /** Connections that can only read. */
    DataSource readers();

    /** What the failure means to a person, or the failure itself. */
    RuntimeException named(RuntimeException failure);

    /** Throws reading connections away, so that the next are new ones. */
    void freshReaders();
  }

  /** A question to a connection. */
  @FunctionalInterface
  public interface Question<T> {
    /** Asks it. */
    T ask(Connection connection) throws SQLException;
  }

  /** Reads from there. */
  public Reads(Mappers mappers, Source source) {
    this.mappers = mappers;
    this.source = source;
  }

  /** Asks a mapper; an interrupt waits until the answer is there. */
  public <M, T> T through(Class<M> mapper, Function<M, T> query) {
    boolean interrupted = Thread.interrupted();
    try {
      return twice(
          () -> {
            try (SqlSession session = mappers.reading()) {
              return query.apply(mappers.in(session, mapper));
            }
          });
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Asks a connection. */
  public <T> T ask(Question<T> question) {
    return twice(
        () -> {
          try (Connection connection = source.readers().getConnection()) {
            return question.ask(connection);
          } catch (SQLException e) {
            throw new StoreFailure(e);
          }
        });
  }

  private <T> T twice(Supplier<T> read) {
    try {
      return read.get();
    } catch (RuntimeException e) {
      RuntimeException named = source.named(e);
      if (!(named instanceof ProblemException) || named.equals(e)) {
        throw named;
      }
    }
    source.freshReaders();
    try {
      return read.get();
    } catch (RuntimeException e) {
      throw source.named(e);
    }
  }
}
