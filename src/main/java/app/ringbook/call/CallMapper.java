package app.ringbook.call;

import app.ringbook.call.CallFilter.Tab;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads calls, drafts and labels; the SQL stands beside it in CallMapper.xml. */
interface CallMapper {

  /** A number as calls and phones are found by it. */
  record NumberKey(@Nullable String e164, String suffix8) {}

  /** A place in the list, and what the list shows. */
  record Query(
      Tab tab,
      @Nullable List<Long> ids,
      long afterId,
      @Nullable Long customerId,
      @Nullable Instant since,
      @Nullable Long leastTalkMillis,
      @Nullable String result,
      boolean commented,
      @Nullable Long contactId,
      @Nullable String takenBy,
      @Nullable Instant beforeAt,
      long beforeId,
      int limit) {

    /**
     * What a filter asks besides its text, from the end of the page before on.
     *
     * @param ids only these; null for all
     * @param afterId only those with higher ids, where they are read by their ids
     */
    static Query of(
        CallFilter filter,
        @Nullable List<Long> ids,
        long afterId,
        CallRecords.@Nullable Key before,
        int limit) {
      CallFilter.Narrow narrow = filter.narrow();
      return new Query(
          filter.tab(),
          ids,
          afterId,
          filter.customerId(),
          filter.since(),
          narrow.leastTalkMillis() == 0 ? null : narrow.leastTalkMillis(),
          narrow.result(),
          narrow.commented(),
          narrow.contactId(),
          narrow.takenBy(),
          before == null ? null : before.at(),
          before == null ? 0 : before.id(),
          limit);
    }
  }

  /** What is counted of a call. */
  record Mark(
      long id,
      @Nullable Long customerId,
      @Nullable Long contactId,
      boolean answered,
      boolean missed,
      boolean notLinked,
      boolean stored,
      boolean recorded,
      boolean toReview) {}

  /** Where and when a call of a kit's memory would have been heard. */
  record Heard(int line, String direction, String suffix8, Instant from, Instant until) {}

  /** A customer with a number like one nobody has. */
  record Neighbour(long customerId, String customerName) {}

  /** A label of a number. */
  record Label(long id, long version, NumberLabel label) {}

  /** The timeline entry of a call. */
  record Entry(long id, long version, long customerId) {}

  @Nullable CallRecord byId(@Param("id") long id);

  @Nullable CallRecord byKey(@Param("key") String key);

  List<CallRecord> page(Query query);

  CallFilter.Counts counts(Query query);

  List<Mark> marks(Query query);

  List<Long> ofCustomers(@Param("ids") List<Long> ids);

  List<Long> ofContacts(@Param("ids") List<Long> ids);

  List<String> people(@Param("limit") int limit);

  CallCard.Earlier earlier(
      @Param("number") NumberKey number,
      @Param("before") Instant before,
      @Param("midnight") Instant midnight,
      @Param("exceptKey") String exceptKey);

  @Nullable Long chosenFor(NumberKey number);

  List<CallRecord> unlinked(@Param("number") NumberKey number, @Param("limit") int limit);

  List<CallRecord> missedBefore(@Param("number") NumberKey number, @Param("before") Instant before);

  List<CallRecord> heard(Heard wanted);

  List<CallRecord> missedOfCustomer(
      @Param("customerId") long customerId, @Param("before") Instant before);

  List<CallRecord> ofNumber(@Param("number") NumberKey number, @Param("limit") int limit);

  long answeredAfter(@Param("number") NumberKey number, @Param("after") Instant after);

  @Nullable Instant lastAnswered(@Param("customerId") long customerId);

  List<CallRecord> ofCustomer(@Param("customerId") long customerId);

  List<CallRecord> ofContact(@Param("contactId") long contactId);

  List<Neighbour> neighbours(
      @Param("e164") String e164Pattern, @Param("low") String low, @Param("high") String high);

  CallDrafts.@Nullable Draft draft(@Param("key") String key);

  @Nullable Label label(@Param("number") String number);

  @Nullable Entry entry(@Param("customerId") long customerId, @Param("callId") long callId);
}
