package app.ringbook.lead;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.index.OwnerSet;
import app.ringbook.customer.stored.FoundRows;
import app.ringbook.customer.stored.TextSource;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads lists of leads; texts are looked for in the derived index. */
final class LeadLists {
  private static final int MOST_SOURCES = 200;
  private static final Comparator<Lead> NEWEST =
      Comparator.comparing(Lead::createdAt).thenComparingLong(Lead::id).reversed();
  private final Database database;
  private final CustomerSearch search;
  private final AppClock clock;

  LeadLists(Database database, CustomerSearch search, AppClock clock) {
    this.database = database;
    this.search = search;
    this.clock = clock;
  }

  List<Lead> page(LeadFilter filter, @Nullable Lead before, int limit, Progress progress) {
    FoundRows.Rows<Lead> rows =
        (ids, last, most) -> {
          LeadMapper.Query query =
              LeadMapper.Query.of(filter, tomorrow(), ids, 0, last == null ? before : last, most);
          return database.read(LeadMapper.class, m -> m.page(query));
        };
    if (filter.text().isBlank()) {
      return rows.read(null, null, limit);
    }
    OwnerSet found = found(filter, progress);
    return FoundRows.<Lead>of(found, lead -> found.has(lead.id()))
        .page(rows, NEWEST, limit, progress);
  }

  Leads.Counts counts(LeadFilter filter, Progress progress) {
    LeadFilter any = filter.withState(null);
    if (any.text().isBlank()) {
      LeadMapper.Query query = LeadMapper.Query.of(any, tomorrow(), null, 0, null, 0);
      return database.read(LeadMapper.class, m -> m.counts(query));
    }
    Map<Lead.State, Long> counts = new EnumMap<>(Lead.State.class);
    marks(any, progress, mark -> counts.merge(mark.state(), 1L, Long::sum));
    return new Leads.Counts(
        counts.getOrDefault(Lead.State.NEW, 0L),
        counts.getOrDefault(Lead.State.CONTACTED, 0L),
        counts.getOrDefault(Lead.State.CONVERTED, 0L),
        counts.getOrDefault(Lead.State.REJECTED, 0L));
  }

  Map<String, Long> sources(LeadFilter filter, Progress progress) {
    LeadFilter any = filter.withSource(null);
    Map<String, Long> sources = new LinkedHashMap<>();
    if (any.text().isBlank()) {
      LeadMapper.Query query = LeadMapper.Query.of(any, tomorrow(), null, 0, null, MOST_SOURCES);
      database
          .read(LeadMapper.class, m -> m.sources(query))
          .forEach(one -> sources.put(one.word(), one.leads()));
      return sources;
    }
    Map<String, Long> counted = new HashMap<>();
    Lead.State state = filter.state();
    marks(
        any,
        progress,
        mark -> {
          if (state == null || mark.state() == state) {
            counted.merge(mark.source(), 1L, Long::sum);
          }
        });
    counted.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SOURCES)
        .forEach(one -> sources.put(one.getKey(), one.getValue()));
    return sources;
  }

  private void marks(LeadFilter filter, Progress progress, Consumer<LeadMapper.Mark> visitor) {
    OwnerSet found = found(filter, progress);
    FoundRows.<LeadMapper.Mark>of(found, mark -> found.has(mark.id()))
        .each(
            (ids, last, most) -> {
              long after = last == null ? 0 : last.id();
              LeadMapper.Query query =
                  LeadMapper.Query.of(filter, tomorrow(), ids, after, null, most);
              return database.read(LeadMapper.class, m -> m.marks(query));
            },
            progress,
            visitor);
  }

  private Instant tomorrow() {
    return clock.today().plusDays(1).atStartOfDay(clock.zone()).toInstant();
  }

  private OwnerSet found(LeadFilter filter, Progress progress) {
    return search.ids(TextSource.Kind.LEADS, filter.text(), progress);
  }
}
