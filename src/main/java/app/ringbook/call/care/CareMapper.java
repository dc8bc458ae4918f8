package app.ringbook.call.care;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads what is known of recordings; the SQL stands beside it in CareMapper.xml. */
interface CareMapper {

  /** What was said and done, as it is stored. */
  record Stored(
      long id,
      long version,
      String callKey,
      @Nullable String consent,
      @Nullable Instant consentAt,
      @Nullable String notice,
      boolean legalHold,
      @Nullable Instant erasedAt,
      @Nullable String erasedWhy) {

    RecordingCare care() {
      return new RecordingCare(
          id,
          version,
          callKey,
          consent == null ? null : RecordingCare.Consent.valueOf(consent),
          consentAt,
          notice,
          legalHold,
          erasedAt,
          erasedWhy == null ? null : RecordingCare.Why.valueOf(erasedWhy));
    }
  }

  /** A call with a recording. */
  record Recorded(
      long id,
      String callKey,
      Instant at,
      String recordingFile,
      @Nullable Long recordingBytes,
      @Nullable String recordingSha256,
      boolean held) {}

  @Nullable Stored byKey(@Param("key") String key);

  @Nullable String lastAnswer(@Param("customerId") long customerId);

  @Nullable Recorded recorded(@Param("key") String key);

  List<Recorded> recordedAfter(@Param("id") long id, @Param("limit") int limit);

  List<Recorded> recordedBefore(@Param("at") Instant at);

  List<Recorded> ofCustomer(@Param("customerId") long customerId);
}
