package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/**
 * Every statement with a LIMIT must take its order from an index: without one, the database sorts
 * all rows to return a few. ORDER BY has to repeat the equality columns in the order and direction
 * of the index, else H2 does not see it.
 */
class OrderedQueriesStoreTest {

  /**
   * Statements that sort the few calls of one number or customer, the few entries of one call, key
   * customers.
   */
  private static final Set<String> FEW_ROWS =
      Set.of(
          "app.ringbook.call.CallMapper.chosenFor",
          "app.ringbook.call.CallMapper.entry",
          "app.ringbook.call.CallMapper.heard",
          "app.ringbook.call.CallMapper.missedBefore",
          "app.ringbook.call.CallMapper.neighbours",
          "app.ringbook.call.CallMapper.unlinked",
          "app.ringbook.call.care.CareMapper.lastAnswer",
          "app.ringbook.lead.LeadMapper.owners",
          "app.ringbook.lead.LeadMapper.sources");

  /** Stands for any parameter while the text of a statement is put together. */
  public static final class AnyParameters extends HashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    /** Stands for the name of any enum constant. */
    public String name() {
      return "";
    }

    @Override
    public boolean containsKey(Object key) {
      return true;
    }

    @Override
    public Object get(Object key) {
      if ("column".equals(key)) {
        return "name";
      }
      if ("table".equals(key)) {
        return "customer";
      }
      return String.valueOf(key).endsWith("s") ? List.of("1") : this;
    }
  }

  @Test
  void everyWindowTakesItsOrderFromAnIndex() throws IOException {
    Map<String, String> unsorted = new TreeMap<>();
    int looked = 0;
    try (TestDatabase test = TestDatabase.embedded()) {
      for (MappedStatement statement : statements()) {
        BoundSql bound = statement.getBoundSql(new AnyParameters());
        String sql = bound.getSql();
        if (sql.contains(" LIMIT ") && !FEW_ROWS.contains(statement.getId())) {
          String plan = plan(test, sql, bound);
          looked++;
          if (!plan.contains("index sorted")) {
            unsorted.put(statement.getId(), plan);
          }
        }
      }
      String bad = plan(test, "SELECT id FROM customer ORDER BY city LIMIT 10");
      assertThat(bad).as("the rule can fail").doesNotContain("index sorted");
    }
    assertThat(looked).isGreaterThan(4);
    assertThat(unsorted).isEmpty();
  }

  private static String plan(TestDatabase test, String sql, BoundSql bound) {
    List<Object> values = new ArrayList<>();
    for (ParameterMapping parameter : bound.getParameterMappings()) {
      values.add(value(parameter.getProperty()));
    }
    return plan(test, sql, values.toArray());
  }

  private static Object value(String property) {
    String name = property.substring(property.lastIndexOf('.') + 1);
    if (name.equals("limit")) {
      return 10;
    }
    boolean moment = name.equals("at") || name.equals("before") || name.endsWith("At");
    return moment ? OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC) : "1";
  }

  private static String plan(TestDatabase test, String sql, Object... values) {
    return test.rows("EXPLAIN " + sql, values).toString();
  }

  private static List<MappedStatement> statements() throws IOException {
    Configuration configuration = new Configuration();
    configuration.setDatabaseId("h2");
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/app/ringbook"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Mapper.xml")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          new XMLMapperBuilder(in, configuration, file.toString(), configuration.getSqlFragments())
              .parse();
        }
      }
    }
    Map<String, MappedStatement> byId = new TreeMap<>();
    for (Object statement : configuration.getMappedStatements()) {
      if (statement instanceof MappedStatement mapped) {
        byId.put(mapped.getId(), mapped);
      }
    }
    return List.copyOf(byId.values());
  }
}
