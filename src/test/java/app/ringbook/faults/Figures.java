package app.ringbook.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The counts of one run and every promise it saw broken. */
public final class Figures {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<Long> openMillis = new ArrayList<>();
  private final List<String> breaches = new ArrayList<>();

  /** Adds to a count. */
  public void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  /** Keeps the greatest of a count. */
  public void most(String name, long value) {
    counts.merge(name, value, Math::max);
  }

  /** Notes how long an opening took. */
  public void opened(long millis) {
    openMillis.add(millis);
  }

  /** Notes a broken promise. */
  public void breach(String what) {
    breaches.add(what);
  }

  /** Every broken promise, in words. */
  public List<String> breaches() {
    return breaches;
  }

  /** A count, 0 if nothing was counted. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** One line of JSON. */
  public String json(String name, long seed) {
    String fields =
        counts.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
            .collect(Collectors.joining(","));
    long[] sorted = openMillis.stream().mapToLong(Long::longValue).sorted().toArray();
    String opening =
        sorted.length == 0
            ? ""
            : ",\"openMillisMedian\":%d,\"openMillisP99\":%d,\"openMillisMax\":%d"
                .formatted(
                    sorted[sorted.length / 2],
                    sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.99))],
                    Arrays.stream(sorted).max().orElse(0));
    return "{\"fault\":\"%s\",\"seed\":%d,%s%s%s\"breaches\":%d}"
        .formatted(name, seed, fields, opening, fields.isEmpty() ? "" : ",", breaches.size());
  }
}
