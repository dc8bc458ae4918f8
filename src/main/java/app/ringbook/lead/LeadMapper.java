package app.ringbook.lead;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads leads; the SQL stands beside it in LeadMapper.xml. */
interface LeadMapper {
  /** A place in the list, and what the list shows. */
  record Query(
      Lead.@Nullable State state,
      @Nullable String source,
      @Nullable String owner,
      boolean nobodys,
      @Nullable Instant dueBefore,
      @Nullable List<Long> ids,
      long afterId,
      @Nullable Instant beforeAt,
      long beforeId,
      int limit) {

    /**
     * What a filter asks besides its text, from the end of the page before on.
     *
     * @param tomorrow when the next day begins
     * @param ids only these; null for all
     * @param afterId only those with higher ids, where they are read by their ids
     */
    static Query of(
        LeadFilter filter,
        Instant tomorrow,
        @Nullable List<Long> ids,
        long afterId,
        @Nullable Lead before,
        int limit) {
      String owner = filter.owner();
      return new Query(
          filter.state(),
          filter.source(),
          owner == null || owner.isEmpty() ? null : owner,
          owner != null && owner.isEmpty(),
          filter.due() ? tomorrow : null,
          ids,
          afterId,
          before == null ? null : before.createdAt(),
          before == null ? 0 : before.id(),
          limit);
    }
  }

  /** What is counted of a lead. */
  record Mark(long id, Lead.State state, String source) {}

  /** A word and how many leads have it. */
  record Tally(String word, long leads) {}

  /** What is needed to delete an entry of a lead's history. */
  record EntryKey(long id, long version) {}

  @Nullable Lead byId(@Param("id") long id);

  List<Lead> page(Query query);

  Leads.Counts counts(Query query);

  List<Tally> sources(Query query);

  List<Mark> marks(Query query);

  List<String> owners();

  List<Lead> withNumber(@Param("suffix8") String suffix8, @Param("e164") @Nullable String e164);

  List<Lead> withEmail(@Param("email") String email);

  List<Lead> ofCustomer(@Param("customerId") long customerId);

  List<Lead> ofOwner(@Param("owner") String owner);

  List<LeadEntry> entries(@Param("leadId") long leadId);

  List<EntryKey> entryKeys(@Param("leadId") long leadId);

  long filesTaken(@Param("sha256") String sha256);
}
