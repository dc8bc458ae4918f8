package app.ringbook.store.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one column as they change: a large run that stays, a few smaller ones above it, and
 * the newest changes in a tree that becomes a run when it is full. Safe for any thread.
 */
final class LiveKeys {
  /** Entries of the tree. */
  private static final int FULL = 2_048;

  /** A run that is not so many times larger than those above it is merged with them. */
  private static final int TIMES = 3;

  private final TreeMap<KeyEntry, KeyEntry> newest = new TreeMap<>();
  private final List<KeyRun> runs = new ArrayList<>();
  private KeyRun large = KeyRun.EMPTY;
  private @Nullable List<KeyRun> asked;
  private int changed;

  /** Begins anew above a run. */
  synchronized void above(KeyRun run) {
    newest.clear();
    runs.clear();
    changed = 0;
    large = run;
    asked = null;
  }

  /** A row has a key from now on. */
  void put(String key, long id) {
    add(new KeyEntry(key, id, false));
  }

  /** A row no longer has a key. */
  void remove(String key, long id) {
    add(new KeyEntry(key, id, true));
  }

  private synchronized void add(KeyEntry entry) {
    // The older entry would stay as the key of the map.
    newest.remove(entry);
    newest.put(entry, entry);
    changed++;
    asked = null;
    if (newest.size() == FULL) {
      seal(run(newest.values().toArray(KeyEntry[]::new)));
      newest.clear();
    }
  }

  /** Takes many rows at once, in any order, each once. */
  synchronized void putAll(KeyEntry[] entries) {
    Arrays.sort(entries);
    seal(run(entries));
    asked = null;
  }

  /** Changes since it began. */
  synchronized int changed() {
    return changed;
  }

  /** All runs, the newest first. */
  synchronized List<KeyRun> runs() {
    List<KeyRun> known = asked;
    if (known == null) {
      known = new ArrayList<>();
      if (!newest.isEmpty()) {
        known.add(run(newest.values().toArray(KeyEntry[]::new)));
      }
      known.addAll(runs.reversed());
      if (large.size() > 0) {
        known.add(large);
      }
      known = List.copyOf(known);
      asked = known;
    }
    return known;
  }

  private void seal(KeyRun fresh) {
    List<KeyRun> together = new ArrayList<>(List.of(fresh));
    int size = fresh.size();
    while (!runs.isEmpty() && runs.getLast().size() < TIMES * size) {
      KeyRun last = runs.removeLast();
      together.add(last);
      size += last.size();
    }
    boolean whole = runs.isEmpty() && large.size() == 0;
    runs.add(together.size() == 1 ? fresh : KeyRuns.merged(together, whole));
  }

  private static KeyRun run(KeyEntry[] sorted) {
    boolean narrow = Arrays.stream(sorted).allMatch(e -> KeyRun.narrow(e.key()));
    KeyRun.Builder builder = new KeyRun.Builder(sorted.length, narrow);
    for (KeyEntry entry : sorted) {
      builder.add(entry);
    }
    return builder.build();
  }
}
