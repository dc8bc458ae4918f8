package app.ringbook.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.store.keys.KeyLookup.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiveKeysTest {
  private static final String SIGNS = "0123456789abcdefghZ上";
  private final Random random = new Random(5);
  private final LiveKeys keys = new LiveKeys();
  private final TreeSet<KeyEntry> truth = new TreeSet<>();

  private String key(int signs) {
    StringBuilder key = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      key.append(SIGNS.charAt(random.nextInt(signs)));
    }
    return key.toString();
  }

  private void change(int signs) {
    KeyEntry entry = new KeyEntry(key(signs), 1 + random.nextInt(40), false);
    if (random.nextInt(3) == 0) {
      truth.remove(entry);
      keys.remove(entry.key(), entry.id());
    } else {
      truth.add(entry);
      keys.put(entry.key(), entry.id());
    }
  }

  private void compare(int signs) {
    for (int i = 0; i < 20; i++) {
      Range range = new Range(key(signs), key(signs) + "g");
      int most = 1 + random.nextInt(50);
      assertThat(KeyRuns.ids(keys.runs(), range, most))
          .isEqualTo(
              truth.stream()
                  .filter(e -> e.key().compareTo(range.from()) >= 0)
                  .filter(e -> e.key().compareTo(range.to()) < 0)
                  .limit(most)
                  .mapToLong(KeyEntry::id)
                  .toArray());
    }
    long[] all = truth.stream().mapToLong(KeyEntry::id).toArray();
    assertThat(KeyRuns.ids(keys.runs(), null, Integer.MAX_VALUE)).isEqualTo(all);
  }

  @Test
  void anyChangesInAnyOrderGiveTheOrderOfASortedSet() {
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < 300; i++) {
        change(round < 30 ? 16 : SIGNS.length());
      }
      compare(round < 30 ? 16 : SIGNS.length());
    }
    assertThat(keys.runs()).hasSizeGreaterThan(1);
  }

  @Test
  void whatIsMergedIsWhatWasThere() {
    List<KeyEntry> many = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      many.add(new KeyEntry(key(16), i, false));
    }
    truth.addAll(many);
    keys.putAll(many.toArray(KeyEntry[]::new));
    keys.above(KeyRuns.merged(keys.runs(), true));
    for (int i = 0; i < 5_000; i++) {
      change(16);
    }
    KeyRun whole = KeyRuns.merged(keys.runs(), true);
    assertThat(whole.size()).isEqualTo(truth.size());
    keys.above(new KeyRun(whole.sections()));
    compare(16);
    assertThat(keys.changed()).isZero();
  }
}
