package app.ringbook.cli.bench;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.session.House;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.stored.StoredTexts;
import app.ringbook.customer.stored.TextSource;
import app.ringbook.platform.Progress;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Type-ahead, keystroke by keystroke: our index beside a trigram index and beside a look at every
 * text, in processor time of the asking thread, because a busy machine makes every wait longer. Of
 * every question asked of a rival both must find the same customers.
 */
final class FindBench {
  private static final int HITS = 24;

  /** A rival is asked so long; it gets the questions in turn, evenly spread. */
  private static final long MOST_NANOS = 40_000_000_000L;

  private static final int MOST_COMPARED = 60;
  private static final int ROUNDS = 5;
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final House house;
  private final Path folder;
  private final List<BenchResult> results = new ArrayList<>();

  FindBench(House house, Path folder) {
    this.house = house;
    this.folder = folder;
  }

  List<BenchResult> run() throws SQLException, IOException {
    FindQuestions questions = new FindQuestions();
    try (FindRival sqlite = FindRival.sqlite(folder);
        FindRival h2 = FindRival.h2(folder)) {
      fill(h2, null);
      long built = process.getProcessCpuTime();
      fill(sqlite, questions);
      built = process.getProcessCpuTime() - built;
      List<String> keys = questions.keystrokes();
      try (CustomerSearch search = built(built)) {
        warmUp(search, keys);
        for (FindRival rival : List.of(sqlite, h2)) {
          against(rival, search, keys);
        }
      }
    }
    return results;
  }

  private void fill(FindRival rival, @Nullable FindQuestions questions) throws SQLException {
    StoredTexts texts = new StoredTexts(house.database());
    texts.readAll(sink(rival, questions), n -> {});
    rival.filled();
  }

  private static StoredTexts.Sink sink(FindRival rival, @Nullable FindQuestions questions) {
    return (kind, id, owner, bytes) -> {
      if (kind == TextSource.Kind.LEADS || kind == TextSource.Kind.CALLS) {
        return;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      rival.add(kind == TextSource.Kind.PHONES, owner, text);
      if (questions != null) {
        questions.offer(text);
      }
    };
  }

  /** The index made anew, then read again: what it takes, and how large it is. */
  private CustomerSearch built(long rivalNanos) throws IOException {
    Path index = folder.resolve("index-measured");
    long start = process.getProcessCpuTime();
    try (CustomerSearch first = new CustomerSearch(house.database(), index)) {
      first.load(Progress.NONE);
    }
    long middle = process.getProcessCpuTime();
    CustomerSearch again = new CustomerSearch(house.database(), index);
    long wall = house.clock().nanoTime();
    again.load(Progress.NONE);
    wall = house.clock().nanoTime() - wall;
    long made = middle - start;
    results.add(
        BenchResult.of(
            "search index made from the database against SQLite FTS5 trigram, processor time",
            made / 1e9,
            rivalNanos / 1e9,
            "s"));
    results.add(
        BenchResult.of(
            "search index read at the next start against made, elapsed",
            wall / 1e9,
            made / 1e9,
            "s"));
    results.add(
        BenchResult.of(
            "search index against SQLite FTS5 trigram, size of the file",
            bytes(index) / 1e6,
            Files.size(folder.resolve("find.sqlite")) / 1e6,
            "MB"));
    return again;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void warmUp(CustomerSearch search, List<String> keys) {
    for (int round = 0; round < ROUNDS; round++) {
      keys.forEach(key -> search.find(key, HITS));
    }
  }

  private void against(FindRival rival, CustomerSearch search, List<String> keys)
      throws SQLException {
    Percentiles ours = new Percentiles();
    Percentiles read = new Percentiles();
    Percentiles others = new Percentiles();
    long spent = 0;
    int step = 7;
    for (int i = 0; i < keys.size() && spent < MOST_NANOS; i++) {
      String key = keys.get((int) ((long) i * step % keys.size()));
      long start = thread.getCurrentThreadCpuTime();
      search.finds(key, HITS);
      long middle = thread.getCurrentThreadCpuTime();
      search.find(key, HITS);
      long before = thread.getCurrentThreadCpuTime();
      rival.ask(words(key), digits(key), HITS);
      long end = thread.getCurrentThreadCpuTime();
      ours.add(middle - start);
      read.add(before - middle);
      others.add(end - before);
      spent += end - before;
      if (i < MOST_COMPARED) {
        compare(rival, search, key);
        spent += thread.getCurrentThreadCpuTime() - end;
      }
    }
    String name = "type-ahead against " + rival.name() + ", " + ours.count() + " keystrokes, ";
    for (double share : new double[] {.5, .95, 1}) {
      String which = share == 1 ? "slowest" : "p" + Math.round(share * 100);
      results.add(BenchResult.of(name + which, ours.micros(share), others.micros(share), "us"));
      results.add(
          BenchResult.of(
              name + "names read too, " + which, read.micros(share), others.micros(share), "us"));
    }
  }

  private static void compare(FindRival rival, CustomerSearch search, String key)
      throws SQLException {
    Set<Long> theirs = rival.ask(words(key), digits(key), Integer.MAX_VALUE);
    Set<Long> ours =
        Arrays.stream(search.customerIds(key, Progress.NONE))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(
          "%s finds %d, ours %d for %s".formatted(rival.name(), theirs.size(), ours.size(), key));
    }
  }

  private static List<String> words(String typed) {
    return List.of(NameKeys.fold(typed).split(" +"));
  }

  private static @Nullable String digits(String typed) {
    return typed.matches("\\d+") ? typed : null;
  }
}
