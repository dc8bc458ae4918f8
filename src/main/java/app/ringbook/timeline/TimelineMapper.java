package app.ringbook.timeline;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads timelines. */
interface TimelineMapper {

  /** How many entries of a kind there are. */
  record KindCount(TimelineKind kind, int entries) {}

  /** Key and version of an entry. */
  record EntryKey(long id, long version) {}

  List<TimelineEntry> page(
      @Param("customerId") long customerId,
      @Param("at") Instant at,
      @Param("id") long id,
      @Param("limit") int limit);

  List<TimelineEntry> ofCustomers(@Param("ids") List<Long> customerIds);

  List<KindCount> counts(@Param("customerId") long customerId);

  List<EntryKey> keys(@Param("customerId") long customerId);

  List<TimelineEntry> ofContact(@Param("contactId") long contactId);
}
