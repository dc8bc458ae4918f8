package app.ringbook.store.sql;

import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * MyBatis, set up by hand. A mapper {@code a.b.XMapper} brings its statements in {@code
 * a/b/XMapper.xml}; it is read when first asked for. Rows become records through their constructor.
 */
public final class Mappers {
  private final Set<Class<?>> learned = ConcurrentHashMap.newKeySet();
  private final Configuration configuration = new RecordMaps();
  private final SqlSessionFactory sessions;

  /**
   * @param readers connections that can only read
   * @param databaseId which SQL to take where statements differ
   */
  public Mappers(DataSource readers, String databaseId) {
    configuration.setEnvironment(
        new Environment("ringbook", new JdbcTransactionFactory(), readers));
    configuration.setDatabaseId(databaseId);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    configuration.getTypeHandlerRegistry().register(InstantTypeHandler.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  /** A session on a reading connection of its own; to be closed. */
  public SqlSession reading() {
    return sessions.openSession(true);
  }

  /** A session on a connection that stays the caller's; not to be closed. */
  public SqlSession on(Connection connection) {
    return sessions.openSession(ExecutorType.SIMPLE, connection);
  }

  /** The mapper in a session. */
  public <M> M in(SqlSession session, Class<M> mapper) {
    if (!learned.contains(mapper)) {
      learn(mapper);
    }
    return session.getMapper(mapper);
  }

  private synchronized void learn(Class<?> mapper) {
    if (!learned.contains(mapper)) {
      // MyBatis knows a mapper before it has read its statements: only our own set says it is
      // whole.
      configuration.addMapper(mapper);
      learned.add(mapper);
    }
  }
}
