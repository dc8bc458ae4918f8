package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.store.keys.DerivedKeys;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.keys.KeyLookup.Range;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysStoreTest {
  private static final String HEX = "0123456789abcdef";
  private final Random random = new Random(11);
  private final Map<Long, Stored> truth = new TreeMap<>();

  private record Stored(long version, String name, @Nullable String external) {}

  @OnBothDatabases
  void whatIsFoundIsWhatTheTableHasAlsoInsideTheTransaction(TestDatabase test) {
    for (int round = 0; round < 12; round++) {
      test.database()
          .write(
              Change.of("test", "random"),
              tx -> {
                for (int i = 0; i < 5; i++) {
                  changeSome(tx);
                  compare(tx.keys());
                }
              });
      compare(test.database().keys());
      compareWithSql(test);
    }
    compare(test.reopen().keys());
  }

  @OnBothDatabases
  void whatIsRolledBackAndWhatIsUndoneIsNotFound(TestDatabase test) {
    Database database = test.database();
    long sequence = database.write(Change.of("test", "kept"), this::changeSome);
    compare(database.keys());
    Map<Long, Stored> before = new TreeMap<>(truth);
    assertThatThrownBy(
            () ->
                database.write(
                    Change.of("test", "lost"),
                    tx -> {
                      changeSome(tx);
                      compare(tx.keys());
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    truth.clear();
    truth.putAll(before);
    compare(database.keys());
    database.undo(sequence);
    assertThat(database.keys().first(KeyColumn.CUSTOMER_NAME, 10)).isEmpty();
    assertThat(before).isNotEmpty();
  }

  @Test
  void aFileIsTakenOnlyIfItIsWholeAndIsBroughtUpToNow(@TempDir Path folder) throws IOException {
    try (TestDatabase test = TestDatabase.embedded();
        HikariDataSource readers = new HikariDataSource()) {
      readers.setJdbcUrl("jdbc:h2:async:" + test.folders().database());
      readers.setUsername("SA");
      test.database().write(Change.of("test", "first"), this::changeSome);
      compareDerived(readers, folder);
      assertThat(folder.resolve("keys-1.index")).exists();
      test.database().write(Change.of("test", "second"), this::changeSome);
      compareDerived(readers, folder);
      Path second = folder.resolve("keys-2.index");
      Files.write(second, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
      compareDerived(readers, folder);
      assertThat(folder.resolve("keys-3.index")).exists();
    }
  }

  private void compareDerived(HikariDataSource readers, Path folder) {
    try (DerivedKeys keys = new DerivedKeys(readers, folder, 1, 1, EmbeddedEngine::tell)) {
      compare(keys.committed());
    }
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      key.append(HEX.charAt(random.nextInt(HEX.length())));
    }
    return key.toString();
  }

  private void changeSome(Transaction tx) {
    for (int i = 0; i < 20; i++) {
      int what = random.nextInt(5);
      List<Long> ids = List.copyOf(truth.keySet());
      if (what > 1 || ids.isEmpty()) {
        change(tx, tx.nextId("customer"), null);
      } else {
        long id = ids.get(random.nextInt(ids.size()));
        Stored stored = Objects.requireNonNull(truth.get(id));
        if (what == 0) {
          tx.delete("customer", id, stored.version());
          truth.remove(id);
        } else {
          change(tx, id, stored);
        }
      }
    }
  }

  private void change(Transaction tx, long id, @Nullable Stored stored) {
    long version = stored == null ? 0 : stored.version();
    Stored now = new Stored(version + 1, key(), random.nextBoolean() ? null : "上 " + key());
    Row row =
        Row.of("customer", id, version)
            .set("name", now.name())
            .set("name_key", now.name())
            .set("search_key", "")
            .set("external_key", now.external())
            .set("do_not_call", false)
            .set("sample", false)
            .set("created_at", Instant.EPOCH)
            .set("updated_at", Instant.EPOCH)
            .build();
    if (stored == null) {
      tx.insert(row);
    } else {
      tx.update(row);
    }
    truth.put(id, now);
  }

  private long[] named(String from, String to, int most) {
    return truth.entrySet().stream()
        .filter(e -> e.getValue().name().compareTo(from) >= 0)
        .filter(e -> e.getValue().name().compareTo(to) < 0)
        .sorted(
            Comparator.<Map.Entry<Long, Stored>, String>comparing(e -> e.getValue().name())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .mapToLong(Map.Entry::getKey)
        .toArray();
  }

  private void compare(KeyLookup keys) {
    assertThat(keys.first(KeyColumn.CUSTOMER_NAME, 30)).isEqualTo(named("", "z", 30));
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String from = key();
      ranges.add(new Range(from, from + "g"));
      assertThat(keys.in(KeyColumn.CUSTOMER_NAME, ranges.getLast(), 3))
          .isEqualTo(named(from, from + "g", 3));
    }
    assertThat(keys.inAny(KeyColumn.CUSTOMER_NAME, ranges))
        .containsExactlyInAnyOrder(
            ranges.stream()
                .flatMapToLong(r -> LongStream.of(named(r.from(), r.to(), 1_000)))
                .distinct()
                .toArray());
    Set<String> wanted = new TreeSet<>(List.of("上 " + key(), "上 1", "上 2", "上 a"));
    assertThat(keys.equal(KeyColumn.CUSTOMER_EXTERNAL, wanted))
        .containsExactlyInAnyOrder(
            truth.entrySet().stream()
                .filter(e -> wanted.contains(String.valueOf(e.getValue().external())))
                .mapToLong(Map.Entry::getKey)
                .toArray());
  }

  private void compareWithSql(TestDatabase test) {
    String from = key();
    assertThat(named(from, from + "g", 1_000))
        .isEqualTo(
            test
                .rows(
                    "SELECT id FROM customer WHERE name_key >= ? AND name_key < ?"
                        + " ORDER BY name_key, id",
                    from,
                    from + "g")
                .stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row.get("id")))
                .toArray());
  }
}
