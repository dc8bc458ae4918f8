package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the stored customers that many rows may be about, with few queries. */
interface KnownMapper {

  /** A customer and the text it was found by. */
  record KeyRow(long id, String text) {}

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

    PhoneNumber number() {
      return new PhoneNumber(raw, e164, nationalDigits, region, extension);
    }

    Phone phone() {
      return new Phone(id, version, customerId, contactId, kind, main, number());
    }
  }

  /** Whose entry it is, and when it was. */
  record EntryRow(long id, long customerId, Instant at) {}

  List<EntryRow> entries(@Param("ids") Collection<Long> ids);

  /** A note on a timeline. */
  record NoteRow(long customerId, Instant at, String title) {}

  List<NoteRow> notes(@Param("ids") Collection<Long> ids);

  List<KeyRow> creditCodes(@Param("codes") Collection<String> codes);

  List<KeyRow> legalNames(@Param("keys") Collection<String> keys);

  /** A customer with a registered name of its own, if there is one. */
  @Nullable Long registered();

  List<KeyRow> externalKeys(@Param("ids") Collection<Long> ids);

  List<KeyRow> namesAfter(@Param("id") long id, @Param("limit") int limit);

  List<KeyRow> names(@Param("ids") Collection<Long> ids);

  List<PhoneRow> phonesByIds(@Param("ids") Collection<Long> ids);

  List<Customer> customers(@Param("ids") Collection<Long> ids);

  List<Contact> contacts(@Param("ids") Collection<Long> ids);

  List<PhoneRow> phones(@Param("ids") Collection<Long> ids);
}
