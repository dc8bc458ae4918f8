package app.ringbook.lead;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads leads; the SQL stands beside it in LeadMapper.xml. */
interface LeadMapper {

  @Nullable Lead byId(@Param("id") long id);

  List<Lead> page(
      @Param("state") Lead.State state,
      @Param("beforeAt") @Nullable Instant beforeAt,
      @Param("beforeId") long beforeId,
      @Param("limit") int limit);

  Leads.Counts counts();

  List<Lead> openWithNumber(@Param("suffix8") String suffix8, @Param("e164") @Nullable String e164);

  List<Lead> ofCustomer(@Param("customerId") long customerId);
}
