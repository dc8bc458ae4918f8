package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the symbols of texts by a sample of them: begins with single bytes and lets neighbours
 * grow together, round by round, those that save most.
 */
final class SymbolChoice {
  private static final int ROUNDS = 5;

  /** Neighbours seen less often are left apart. */
  private static final int LEAST = 3;

  /** Fewer bytes than this are not worth a dictionary. */
  static final int WORTH = 1 << 22;

  private final byte[] sample;

  /** Ends of the texts in the sample. */
  private final int[] ends;

  private final int texts;

  /** How often a symbol, or two neighbours together, were seen. */
  private static final class Seen {
    final byte[] run;
    int times;

    Seen(byte[] run) {
      this.run = run;
    }

    long saved() {
      return (long) times * run.length;
    }
  }

  SymbolChoice(byte[] sample, int[] ends, int texts) {
    this.sample = sample;
    this.ends = ends;
    this.texts = texts;
  }

  /** The symbols chosen, the commonest first. */
  Symbols choose() {
    Symbols symbols = new Symbols(List.of());
    for (int round = 1; round <= ROUNDS; round++) {
      symbols = better(symbols, round < ROUNDS);
    }
    return symbols;
  }

  private Symbols better(Symbols symbols, boolean grow) {
    int[] times = new int[symbols.size() + 256];
    PairCounts pairs = new PairCounts();
    int from = 0;
    for (int text = 0; text < texts; text++) {
      count(symbols, from, ends[text], times, grow ? pairs : null);
      from = ends[text];
    }
    List<Seen> all = new ArrayList<>();
    for (int code = 0; code < times.length; code++) {
      if (times[code] > 0) {
        Seen seen = new Seen(run(symbols, code));
        seen.times = times[code];
        all.add(seen);
      }
    }
    pairs.each(
        LEAST,
        (start, end, count) -> {
          Seen seen = new Seen(Arrays.copyOfRange(sample, start, end));
          seen.times = count;
          all.add(seen);
        });
    List<Seen> each = each(all);
    each.sort(Comparator.comparingLong(Seen::saved).reversed());
    List<Seen> best = new ArrayList<>(each.subList(0, Math.min(each.size(), Symbols.MOST)));
    if (!grow) {
      best.removeIf(seen -> seen.run.length < 2 && seen.times < 2);
      best.sort(Comparator.<Seen>comparingInt(seen -> seen.times).reversed());
    }
    return new Symbols(best.stream().map(seen -> seen.run).toList());
  }

  /** Every run once: two ways to put it together are the same run. */
  private static List<Seen> each(List<Seen> all) {
    Map<ByteBuffer, Seen> runs = new LinkedHashMap<>();
    for (Seen seen : all) {
      Seen known = runs.putIfAbsent(ByteBuffer.wrap(seen.run), seen);
      if (known != null) {
        known.times += seen.times;
      }
    }
    return new ArrayList<>(runs.values());
  }

  private void count(Symbols symbols, int from, int to, int[] times, @Nullable PairCounts pairs) {
    int before = -1;
    int start = from;
    int at = from;
    while (at < to) {
      int found = symbols.size() == 0 ? -1 : symbols.longest(sample, at, to);
      int code = found < 0 ? symbols.size() + (sample[at] & 0xFF) : found;
      int end = at + (found < 0 ? 1 : symbols.length(found));
      times[code]++;
      if (pairs != null && before >= 0 && end - start <= Symbols.LONGEST) {
        pairs.count(before, code, start, end);
      }
      before = code;
      start = at;
      at = end;
    }
  }

  private static byte[] run(Symbols symbols, int code) {
    return code < symbols.size() ? symbols.run(code) : new byte[] {(byte) (code - symbols.size())};
  }
}
