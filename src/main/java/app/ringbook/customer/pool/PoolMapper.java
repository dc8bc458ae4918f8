package app.ringbook.customer.pool;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads who looks after whom since when. */
interface PoolMapper {

  /** A customer that may fall; the warning's version is 0 if there is none. */
  record Candidate(
      long id,
      String owner,
      @Nullable Instant lastContactAt,
      Instant createdAt,
      @Nullable Instant claimedAt,
      long warningVersion,
      @Nullable String warnedOwner,
      @Nullable Instant fallsAt) {}

  /** A warning by its key. */
  record WarningKey(long id, long version) {}

  /** A row by its key. */
  record EntryKey(long id, long version) {}

  List<Candidate> candidates(
      @Param("quietSince") Instant quietSince,
      @Param("after") long after,
      @Param("limit") int limit);

  List<WarningKey> outdated(@Param("quietSince") Instant quietSince);

  long owned(@Param("owner") String owner);

  @Nullable Instant givenUpAt(@Param("id") long id, @Param("person") String person);

  @Nullable Instant fallsAt(@Param("id") long id);

  @Nullable WarningKey warning(@Param("id") long id);

  List<EntryKey> entries(@Param("id") long id);

  long warned(@Param("owner") String owner);
}
