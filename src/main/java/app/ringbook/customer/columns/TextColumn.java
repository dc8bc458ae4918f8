package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.names.NameKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts as numbers of a dictionary: a condition is asked once of each distinct text and then only
 * looked up. Number 0 is no text. The folded form of a text, in which capitals and width do not
 * count, is made when the first condition needs it.
 */
final class TextColumn implements Column {
  private static final Pattern SEPARATORS = Pattern.compile("[,，;；]");
  private static final String NEXT = "\n";

  /** Before all that a key of a text begins with. */
  private static final String FIRST = "\0";

  private final boolean several;
  private final List<String> first;

  /** Number of the text of those that have none. */
  private final int otherwise;

  private final Words words = new Words();
  private final Words folded = new Words();
  private int[] codes = new int[0];
  private int[] table = new int[64];
  private int[] ranks = new int[0];

  /**
   * @param several true if a text is several values: separated by commas, or a list of them
   * @param otherwise the text of those that have none; null for none
   * @param first texts that sort before all others, in this order
   */
  TextColumn(boolean several, @Nullable String otherwise, List<String> first) {
    this.several = several;
    this.first = first;
    words.add(new byte[0]);
    this.otherwise = otherwise == null ? 0 : code(otherwise.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void put(int slot, @Nullable Object value) {
    if (slot >= codes.length) {
      codes = Arrays.copyOf(codes, Math.max(slot + 1, codes.length + codes.length / 2 + 1024));
    }
    String text = value == null ? "" : several ? lines(value) : value.toString().strip();
    codes[slot] = text.isEmpty() ? 0 : code(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Several values stand one a line: commas may be part of a word. */
  private static String lines(Object value) {
    Stream<String> parts =
        value instanceof List<?> list
            ? list.stream().map(String::valueOf)
            : SEPARATORS.splitAsStream(value.toString());
    return parts.map(String::strip).filter(p -> !p.isEmpty()).collect(Collectors.joining(NEXT));
  }

  private int code(byte[] text) {
    int mask = table.length - 1;
    int place = Words.hash(text, 0, text.length) & mask;
    while (table[place] != 0) {
      if (words.is(table[place], text)) {
        return table[place];
      }
      place = (place + 1) & mask;
    }
    int code = words.add(text);
    table[place] = code;
    if (words.size() * 2 > table.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    int[] larger = new int[table.length * 2];
    int mask = larger.length - 1;
    for (int code = 1; code < words.size(); code++) {
      int place = words.hash(code) & mask;
      while (larger[place] != 0) {
        place = (place + 1) & mask;
      }
      larger[place] = code;
    }
    table = larger;
  }

  private int code(int slot) {
    int code = slot < codes.length ? codes[slot] : 0;
    return code == 0 ? otherwise : code;
  }

  @Override
  public BitSet matching(Condition condition, Now now, int size) {
    return switch (condition) {
      case Condition.Empty empty -> slots(code -> (code == 0) == empty.empty(), size);
      case Condition.Text text -> with(text, size);
      case Condition.OneOf one -> oneOf(one.values(), size);
      default -> new BitSet();
    };
  }

  private BitSet with(Condition.Text text, int size) {
    fold();
    byte[] wanted = bytes(text.text());
    if (wanted.length == 0) {
      return new BitSet();
    }
    return slots(
        several && text.way() != Condition.Way.CONTAINS
            ? code -> parts(code).stream().anyMatch(part -> meets(text.way(), part, text.text()))
            : code ->
                code != 0
                    && switch (text.way()) {
                      case CONTAINS -> folded.contains(code, wanted);
                      case IS -> folded.is(code, wanted);
                      case STARTS -> folded.startsWith(code, wanted);
                    },
        size);
  }

  private static boolean meets(Condition.Way way, String part, String text) {
    String wanted = NameKeys.fold(text);
    return way == Condition.Way.IS ? part.equals(wanted) : part.startsWith(wanted);
  }

  private BitSet oneOf(List<String> values, int size) {
    fold();
    Set<String> wanted = new HashSet<>(values.stream().map(NameKeys::fold).toList());
    List<byte[]> bytes = wanted.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
    return slots(
        several
            ? code -> parts(code).stream().anyMatch(wanted::contains)
            : code -> code != 0 && bytes.stream().anyMatch(value -> folded.is(code, value)),
        size);
  }

  private List<String> parts(int code) {
    return code == 0 ? List.of() : List.of(folded.text(code).split(NEXT));
  }

  private void fold() {
    for (int code = folded.size(); code < words.size(); code++) {
      folded.add(several ? folded(words.text(code)) : bytes(words.text(code)));
    }
  }

  private static byte[] folded(String lines) {
    return Arrays.stream(lines.split(NEXT))
        .map(NameKeys::fold)
        .collect(Collectors.joining(NEXT))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return NameKeys.fold(text).getBytes(StandardCharsets.UTF_8);
  }

  /** Slots whose code meets the condition, asked once a code where there are many slots of each. */
  private BitSet slots(IntPredicate codeMeets, int size) {
    BitSet good = new BitSet(words.size());
    for (int code = 0; code < words.size(); code++) {
      if (codeMeets.test(code)) {
        good.set(code);
      }
    }
    BitSet found = new BitSet(size);
    for (int slot = 0; slot < size; slot++) {
      if (good.get(code(slot))) {
        found.set(slot);
      }
    }
    return found;
  }

  @Override
  public int[] sorted(int[] slots, boolean descending) {
    int last = words.size();
    int[] rank = ranks();
    return Sorting.byRank(
        slots,
        slot -> {
          int code = code(slot);
          return code == 0 ? last : descending ? last - 1 - rank[code] : rank[code];
        },
        last + 1);
  }

  /** Places of the texts among each other, Chinese ones by pinyin; made anew after new texts. */
  private int[] ranks() {
    if (ranks.length != words.size()) {
      String[] keys = new String[words.size()];
      for (int code = 1; code < keys.length; code++) {
        keys[code] = sortKey(words.text(code));
      }
      Integer[] order = new Integer[keys.length - 1];
      Arrays.setAll(order, i -> i + 1);
      Arrays.sort(order, Comparator.comparing(code -> keys[code]));
      int[] fresh = new int[keys.length];
      int rank = -1;
      String before = null;
      for (Integer code : order) {
        String key = keys[code];
        rank += key.equals(before) ? 0 : 1;
        before = key;
        fresh[code] = rank;
      }
      ranks = fresh;
    }
    return ranks;
  }

  private String sortKey(String text) {
    int place = first.isEmpty() ? -1 : first.indexOf(text);
    return place < 0 ? NameKeys.nameKey(text) : FIRST + (char) place;
  }

  @Override
  public @Nullable String value(int slot) {
    int code = code(slot);
    return code == 0 ? null : words.text(code);
  }

  @Override
  public long rank(int slot) {
    int code = code(slot);
    return code == 0 ? -1 : ranks()[code];
  }

  @Override
  public long bytes() {
    return words.bytes() + folded.bytes() + 4L * (codes.length + table.length + ranks.length);
  }
}
