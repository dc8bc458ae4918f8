package app.ringbook.customer.stored;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is searched. Patterns are those of LIKE, with ! before a sign that stands for itself.
 */
interface TextMapper {

  /** What a phone is found by. */
  record DigitsRow(
      long id, long customerId, String raw, @Nullable String e164, String nationalDigits) {}

  long count(@Param("table") String table);

  @Nullable Long last(@Param("table") String table);

  List<DigitsRow> phoneTexts(
      @Param("after") long after,
      @Param("upTo") long upTo,
      @Param("pattern") String pattern,
      @Param("afterZeros") @Nullable String afterZeros,
      @Param("limit") int limit);
}
