package app.ringbook.customer.profile;

import app.ringbook.customer.fields.CustomValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads profiles and what hangs on them. */
interface ProfileMapper {

  /** A profile as it stands in its row. */
  record ProfileRow(
      long id,
      long version,
      @Nullable String legalName,
      @Nullable String creditCode,
      @Nullable String differentReason,
      LifeCycle lifeCycle,
      boolean lifeCycleManual,
      @Nullable Instant lifeCycleAt,
      int contracts,
      @Nullable String qualification,
      @Nullable String sizeRating,
      @Nullable String timing,
      @Nullable String progress,
      boolean keyCustomer,
      @Nullable String needs,
      @Nullable String pains,
      @Nullable String expectations,
      @Nullable String custom) {

    Profile profile() {
      return new Profile(
          id,
          version,
          legalName,
          creditCode,
          differentReason,
          lifeCycle,
          lifeCycleManual,
          lifeCycleAt,
          contracts,
          qualification,
          sizeRating,
          timing,
          progress,
          keyCustomer,
          needs,
          pains,
          expectations,
          CustomValues.of(custom));
    }
  }

  /** Key and version of a row. */
  record RowKey(long id, long version) {}

  /** Another company. */
  record NameRow(long id, String name) {}

  /** A customer whose life cycle is looked at again. */
  record LifeRow(long id, LifeCycle lifeCycle, int contracts, @Nullable Instant lastContactAt) {}

  @Nullable ProfileRow profile(@Param("id") long id);

  List<ProfileRow> profiles(@Param("ids") List<Long> ids);

  /** The customers among these that are there. */
  List<Long> there(@Param("ids") List<Long> ids);

  @Nullable String customerName(@Param("id") long id);

  List<NameRow> sameLegalName(@Param("key") String key, @Param("except") long except);

  List<NameRow> sameCreditCode(@Param("code") String code, @Param("except") long except);

  List<NameRow> unregistered(@Param("ids") List<Long> ids, @Param("except") long except);

  List<LifeRow> movable();

  List<Department> departments(@Param("customerId") long customerId);

  List<Department> departmentsOf(@Param("ids") List<Long> customerIds);

  @Nullable Department department(@Param("id") long id);

  List<RowKey> contactsOfDepartment(@Param("id") long id);

  List<RowKey> contactsWithDepartment(@Param("customerId") long customerId);

  List<Address> addresses(@Param("customerId") long customerId);

  List<Need> needs(@Param("customerId") long customerId);

  /** The birthday of somebody who works for a key customer. */
  record Birthday(long customerId, String customer, String person, LocalDate birthday) {}

  List<Birthday> birthdays(@Param("person") String person);

  /** What the care for a key customer is judged by. */
  record KeyCustomer(
      long id,
      String name,
      @Nullable Instant lastContactAt,
      @Nullable Instant lifeCycleAt,
      int contracts) {}

  List<KeyCustomer> caredFor(@Param("person") String person);

  List<Needs.Unmet> unmetByProduct();

  List<Needs.Wanting> wanting(@Param("product") String product, @Param("most") int most);

  List<RowKey> files(@Param("customerId") long customerId);
}
