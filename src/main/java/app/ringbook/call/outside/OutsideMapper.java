package app.ringbook.call.outside;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Questions about calls that wait for a recording, and recordings that were taken in. */
interface OutsideMapper {

  /** Calls of a number in a span of time that have no recording, oldest first. */
  List<Long> withoutRecording(
      @Param("suffix8") String suffix8, @Param("from") Instant from, @Param("to") Instant to);

  /** Paths of the recordings that came from files. */
  List<String> taken();
}
