package app.ringbook.store.trash;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the trash. */
interface TrashMapper {

  /** Of these, that one; null if it is gone. */
  @Nullable Trashed byId(@Param("id") long id);

  long count();

  List<Trashed> newest(@Param("limit") int limit);

  List<Trashed> olderThan(@Param("at") Instant at, @Param("id") long id, @Param("limit") int limit);

  List<Trashed> before(@Param("at") Instant at);
}
