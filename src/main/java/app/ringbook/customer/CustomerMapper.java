package app.ringbook.customer;

import app.ringbook.platform.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads customers, people and phones. */
interface CustomerMapper {

  /** A phone as it stands in its row. */
  record PhoneRow(
      long id,
      long version,
      long customerId,
      @Nullable Long contactId,
      PhoneKind kind,
      boolean main,
      String raw,
      @Nullable String e164,
      String nationalDigits,
      @Nullable String region,
      @Nullable String extension) {

    Phone phone() {
      PhoneNumber number = new PhoneNumber(raw, e164, nationalDigits, region, extension);
      return new Phone(id, version, customerId, contactId, kind, main, number);
    }
  }

  /** What ranks one customer before another, and how it is shown. */
  record CallerRow(
      long id,
      String name,
      @Nullable String city,
      @Nullable Instant nextContactAt,
      @Nullable Instant lastContactAt) {}

  /** Key and name of a customer. */
  record NameRow(long id, String name) {}

  /** What a caller is found by. */
  record DigitsRow(
      long id,
      long customerId,
      @Nullable Long contactId,
      boolean main,
      @Nullable String e164,
      String nationalDigits) {}

  @Nullable Customer customer(@Param("id") long id);

  List<Customer> customersByIds(@Param("ids") List<Long> ids);

  long count();

  @Nullable Contact contact(@Param("id") long id);

  List<Contact> contacts(@Param("customerId") long customerId);

  List<Contact> contactsByIds(@Param("ids") List<Long> ids);

  List<PhoneRow> phones(@Param("customerId") long customerId);

  List<PhoneRow> phonesByIds(@Param("ids") List<Long> ids);

  List<DigitsRow> digitsAfter(@Param("id") long id, @Param("limit") int limit);

  List<CallerRow> callers(@Param("ids") List<Long> ids);

  List<NameRow> names(@Param("ids") List<Long> ids);

  List<Contact> contactsOf(@Param("ids") List<Long> ids);

  List<PhoneRow> phonesOf(@Param("ids") List<Long> ids);
}
