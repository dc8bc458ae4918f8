package app.ringbook.call.marks;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads marks; the SQL stands beside it in MarkMapper.xml. */
interface MarkMapper {

  /** A mark as it is stored. */
  record Stored(
      long id,
      long version,
      String callKey,
      long positionMillis,
      String kind,
      @Nullable String note,
      String author,
      Instant createdAt) {

    CallMark mark() {
      return new CallMark(
          id, version, callKey, positionMillis, CallMark.Kind.of(kind), note, author, createdAt);
    }
  }

  @Nullable Stored byId(@Param("id") long id);

  List<Stored> ofCall(@Param("key") String key);
}
