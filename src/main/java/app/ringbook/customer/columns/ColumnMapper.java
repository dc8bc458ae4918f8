package app.ringbook.customer.columns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of the customers' table, and of those with one row for each customer, in the order
 * of keys. Names of tables and columns come from the catalogue, never from a user.
 */
interface ColumnMapper {

  /** The columns nearly every list needs, read together because each walk through rows is long. */
  record UsualRow(
      long id,
      @Nullable String industry,
      @Nullable String tier,
      @Nullable String owner,
      @Nullable String tags,
      @Nullable String source,
      @Nullable String city,
      @Nullable Instant nextContactAt,
      @Nullable Instant lastContactAt,
      Instant createdAt,
      boolean doNotCall) {}

  /** One text. */
  record TextRow(long id, @Nullable String content) {}

  /** One moment. */
  record MomentRow(long id, @Nullable Instant content) {}

  /** One date. */
  record DateRow(long id, @Nullable LocalDate content) {}

  /** One number. */
  record NumberRow(long id, @Nullable BigDecimal content) {}

  /** One mark. */
  record FlagRow(long id, @Nullable Boolean content) {}

  long count();

  List<UsualRow> usual(@Param("after") long after, @Param("limit") int limit);

  List<TextRow> texts(
      @Param("table") String table,
      @Param("column") String column,
      @Param("after") long after,
      @Param("limit") int limit);

  List<MomentRow> moments(
      @Param("table") String table,
      @Param("column") String column,
      @Param("after") long after,
      @Param("limit") int limit);

  List<DateRow> dates(
      @Param("table") String table,
      @Param("column") String column,
      @Param("after") long after,
      @Param("limit") int limit);

  List<NumberRow> numbers(
      @Param("table") String table,
      @Param("column") String column,
      @Param("after") long after,
      @Param("limit") int limit);

  List<FlagRow> flags(
      @Param("table") String table,
      @Param("column") String column,
      @Param("after") long after,
      @Param("limit") int limit);

  @Nullable String nameKey(@Param("id") long id);
}
