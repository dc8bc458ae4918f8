package app.ringbook.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** A mapper as features have them, for the tests of the store itself. */
interface ProbeMapper {

  record Probe(
      long id,
      String name,
      boolean doNotCall,
      @Nullable Instant nextContactAt,
      @Nullable String nextContactNote) {}

  List<Probe> customers(@Param("at") Instant at);

  String vendor();

  int vandalise();
}
