package app.ringbook.sample;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Finds what was invented. */
interface SampleMapper {

  /** An invented call and its recording. */
  record CallRow(long id, @Nullable String recordingFile) {}

  List<Long> customers(@Param("limit") int limit);

  List<CallRow> calls();
}
