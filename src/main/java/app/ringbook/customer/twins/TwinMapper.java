package app.ringbook.customer.twins;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads what tells that two customers are one. */
interface TwinMapper {

  /** What may be said of a customer to somebody who looks after another one. */
  record Party(
      long id,
      long version,
      String name,
      @Nullable String owner,
      @Nullable Instant lastContactAt) {}

  /** A customer's name. */
  record NameRow(long id, String name) {}

  /** A number of a customer. */
  record NumberRow(long id, long customerId, @Nullable String e164, String nationalDigits) {}

  /** A credit code of a customer. */
  record CodeRow(long id, String code) {}

  /** Two customers that were said to be different ones; the lower id first. */
  record DifferentRow(long one, long other) {}

  /** A row that says a customer is different from another. */
  record ReferringRow(long id, long version) {}

  List<Party> parties(@Param("ids") List<Long> ids);

  List<NameRow> namesAfter(@Param("id") long id, @Param("limit") int limit);

  List<NumberRow> numbersAfter(@Param("id") long id, @Param("limit") int limit);

  List<Long> withCreditCode(@Param("code") String code);

  List<CodeRow> sharedCodes();

  List<DifferentRow> different();

  List<Long> differentFrom(@Param("id") long id);

  List<ReferringRow> referring(@Param("id") long id);
}
