package app.ringbook.customer.stored;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is searched. Patterns are those of LIKE, with ! before a sign that stands for itself.
 */
interface TextMapper {

  /** What a customer or a person is found by. */
  record NameRow(long id, long customerId, String searchKey, @Nullable String email) {}

  /** What a phone is found by. */
  record DigitsRow(
      long id, long customerId, String raw, @Nullable String e164, String nationalDigits) {}

  long customers();

  long contacts();

  long phones();

  @Nullable Long lastCustomer();

  @Nullable Long lastContact();

  @Nullable Long lastPhone();

  List<NameRow> customerTexts(
      @Param("after") long after,
      @Param("upTo") long upTo,
      @Param("patterns") List<String> patterns,
      @Param("limit") int limit);

  List<NameRow> contactTexts(
      @Param("after") long after,
      @Param("upTo") long upTo,
      @Param("patterns") List<String> patterns,
      @Param("limit") int limit);

  List<DigitsRow> phoneTexts(
      @Param("after") long after,
      @Param("upTo") long upTo,
      @Param("pattern") @Nullable String pattern,
      @Param("afterZeros") @Nullable String afterZeros,
      @Param("limit") int limit);

  List<NameRow> customersByIds(@Param("ids") List<Long> ids);

  List<DigitsRow> phonesByIds(@Param("ids") List<Long> ids);
}
