package app.ringbook.store.sql;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;

/**
 * The configuration of MyBatis in which a statement whose result is a record knows beforehand which
 * column belongs to which component: {@code next_contact_at} to {@code nextContactAt}. Left to
 * itself MyBatis compares every component with every column again for each row, which takes more
 * time than reading the row.
 */
final class RecordMaps extends Configuration {
  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=.)(?=\\p{Lu})");

  @Override
  public void addMappedStatement(MappedStatement statement) {
    List<ResultMap> results = statement.getResultMaps();
    if (results.size() == 1 && byItself(results.get(0))) {
      super.addMappedStatement(with(statement, constructed(results.get(0))));
    } else {
      super.addMappedStatement(statement);
    }
  }

  private static boolean byItself(ResultMap result) {
    return result.getType().isRecord() && result.getResultMappings().isEmpty();
  }

  private ResultMap constructed(ResultMap result) {
    List<ResultMapping> components = new ArrayList<>();
    for (RecordComponent component : result.getType().getRecordComponents()) {
      String column =
          INNER_CAPITAL.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
      components.add(
          new ResultMapping.Builder(this, null)
              .column(column)
              .javaType(component.getType())
              .flags(List.of(ResultFlag.CONSTRUCTOR))
              .build());
    }
    return new ResultMap.Builder(this, result.getId(), result.getType(), components, false).build();
  }

  private MappedStatement with(MappedStatement statement, ResultMap result) {
    return new MappedStatement.Builder(
            this, statement.getId(), statement.getSqlSource(), statement.getSqlCommandType())
        .resource(statement.getResource())
        .parameterMap(statement.getParameterMap())
        .resultMaps(List.of(result))
        .fetchSize(statement.getFetchSize())
        .timeout(statement.getTimeout())
        .statementType(statement.getStatementType())
        .resultSetType(statement.getResultSetType())
        .flushCacheRequired(statement.isFlushCacheRequired())
        .useCache(statement.isUseCache())
        .resultOrdered(statement.isResultOrdered())
        .databaseId(statement.getDatabaseId())
        .lang(statement.getLang())
        .build();
  }
}
