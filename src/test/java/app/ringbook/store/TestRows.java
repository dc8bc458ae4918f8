package app.ringbook.store;

import java.time.Instant;
import java.util.Locale;

/** Images of rows with every column a table insists on. */
final class TestRows {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private TestRows() {}

  static Row customer(long id, String name) {
    return Row.of("customer", id, 0)
        .set("name", name)
        .set("name_key", name.toLowerCase(Locale.ROOT))
        .set("search_key", name)
        .set("do_not_call", false)
        .set("sample", false)
        .set("created_at", AT)
        .set("updated_at", AT)
        .build();
  }

  static Row contact(long id, long customerId, String name) {
    return Row.of("contact", id, 0)
        .set("customer_id", customerId)
        .set("name", name)
        .set("search_key", name)
        .set("main", true)
        .set("decides", false)
        .build();
  }

  static Row call(long id, String file, String sha256) {
    return Row.of("call_record", id, 0)
        .set("call_key", "call" + id)
        .set("at", AT)
        .set("time_certain", true)
        .set("direction", "INCOMING")
        .set("outcome", "ANSWERED")
        .set("line", 1)
        .set("kit", "sim")
        .set("source", "line")
        .set("number_raw", "030")
        .set("number_suffix8", "030")
        .set("presentation", "NUMBER")
        .set("verified", false)
        .set("ring_millis", 1L)
        .set("talk_millis", 2L)
        .set("handled", false)
        .set("to_review", false)
        .set("recording_file", file)
        .set("recording_sha256", sha256)
        .build();
  }
}
