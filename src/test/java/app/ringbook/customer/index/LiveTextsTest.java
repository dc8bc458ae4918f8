package app.ringbook.customer.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.index.LiveTexts.Text;
import app.ringbook.customer.memory.TextTable;
import app.ringbook.platform.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is changed and asked, the index answers what a look at every text would answer. */
class LiveTextsTest {
  private static final String[] SIGNS = {
    "a", "b", "c", "上", "海", "公", "司", "ж", "ш", "ا", "ب", "ก", "é", "か", "한", "𠮷", "1", "2", "3",
    "\uD800", " ", "-", ".", "@", "_"
  };

  /** A kind of texts, and the same by plain means. */
  private static final class Both {
    final LiveTexts texts;
    final TreeMap<Long, Text> expected = new TreeMap<>();

    Both(boolean numbers) {
      texts = new LiveTexts(numbers);
    }

    void change(Map<Long, @Nullable Text> changes) {
      texts.change(changes);
      changes.forEach(
          (id, text) -> {
            if (text == null) {
              expected.remove(id);
            } else {
              expected.put(id, text);
            }
          });
    }

    void rebuild() {
      LiveTexts.Moment moment = texts.now();
      texts.replace(moment, texts.whole(moment));
    }

    TextTable table() {
      TextTable table = new TextTable();
      expected.forEach((id, text) -> table.put(id, text.owner(), text.text()));
      return table;
    }
  }

  private static String name(Random random) {
    int alphabet = 2 + random.nextInt(SIGNS.length - 1);
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      text.append(SIGNS[random.nextInt(alphabet)]);
    }
    for (int lines = random.nextInt(4); lines > 0; lines--) {
      text.append(lines == 1 && random.nextBoolean() ? "\n\u0005" : "\n");
      for (int n = random.nextInt(6); n > 0; n--) {
        text.append(SIGNS[random.nextInt(alphabet)]);
      }
    }
    return text.toString();
  }

  private static String number(Random random) {
    StringBuilder digits = new StringBuilder();
    for (int n = 3 + random.nextInt(6); n > 0; n--) {
      digits.append((char) ('0' + random.nextInt(3)));
    }
    return switch (random.nextInt(4)) {
      case 0 -> digits.toString();
      case 1 -> digits + "\n20" + digits + "\n0" + digits;
      case 2 -> "20" + digits + "\n0" + digits;
      default -> "0" + digits + "\n20" + digits + "\n" + digits;
    };
  }

  private static Map<Long, @Nullable Text> changes(
      Random random, int ids, int count, boolean digits) {
    Map<Long, @Nullable Text> changes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long id = 1 + random.nextInt(ids) * (random.nextInt(50) == 0 ? 10_000_000_000L : 1);
      boolean gone = random.nextInt(8) == 0;
      String text = digits ? number(random) : name(random);
      changes.put(id, gone ? null : new Text(1 + random.nextInt(ids), text));
    }
    return changes;
  }

  private static String part(Random random, Both both, Function<Random, String> other) {
    var somewhere = both.expected.higherEntry((long) random.nextInt(400));
    String text =
        somewhere == null || random.nextInt(10) == 0
            ? other.apply(random)
            : somewhere.getValue().text();
    String line = text.replace('\u0005', '\n').replace('\n', ' ');
    int[] signs = line.codePoints().toArray();
    if (signs.length == 0) {
      return "";
    }
    int from = random.nextInt(signs.length);
    int length = 1 + random.nextInt(Math.min(5, signs.length - from));
    return new String(signs, from, length).strip().split(" ", -1)[0];
  }

  private static void compare(Random random, Both names, Both numbers) {
    List<String> words = new ArrayList<>();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      words.add(part(random, names, LiveTextsTest::name));
    }
    words.removeIf(String::isEmpty);
    String digits = part(random, numbers, LiveTextsTest::number);
    if (words.isEmpty() || digits.isEmpty()) {
      return;
    }
    int limit = 1 + random.nextInt(12);
    List<Find> wanted = new ArrayList<>();
    Set<Long> owners = new TreeSet<>();
    names.table().scan(words, (id, owner, s, line) -> wanted.add(new Find(0, id, owner, s, line)));
    numbers
        .table()
        .scan(List.of(digits), (id, owner, s, line) -> wanted.add(new Find(1, id, owner, s, line)));
    wanted.forEach(find -> owners.add(find.owner()));
    wanted.sort(
        Comparator.<Find>comparingInt(f -> f.score() * 100 + f.line())
            .thenComparingInt(Find::kind)
            .thenComparingLong(Find::id));
    Finder finder =
        new Finder(limit, Progress.NONE)
            .in(0, names.texts, words)
            .in(1, numbers.texts, List.of(digits));
    String asked = words + " " + digits;
    assertThat(finder.best())
        .as(asked)
        .isEqualTo(wanted.subList(0, Math.min(limit, wanted.size())));
    Set<Long> found = new TreeSet<>();
    finder.all((id, owner) -> found.add(owner));
    assertThat(found).as(asked).isEqualTo(owners);
  }

  @Test
  void findsWhatALookAtEveryTextWouldFind() {
    Random random = new Random(Long.getLong("seed", 11));
    for (int round = 0; round < Integer.getInteger("rounds", 30); round++) {
      Both names = new Both(false);
      Both numbers = new Both(true);
      int ids = 20 + random.nextInt(300);
      for (int step = 0; step < 8; step++) {
        names.change(changes(random, ids, random.nextInt(ids), false));
        numbers.change(changes(random, ids, random.nextInt(ids), true));
        switch (random.nextInt(4)) {
          case 0 -> names.rebuild();
          case 1 -> numbers.rebuild();
          case 2 -> {
            names.texts.seal();
            numbers.texts.seal();
          }
          default -> {}
        }
        for (int i = 0; i < 12; i++) {
          compare(random, names, numbers);
        }
      }
    }
  }

  @Test
  void longListsAreReadInBlocksAndAsBits() {
    Both names = new Both(false);
    Map<Long, @Nullable Text> all = new HashMap<>();
    for (long id = 1; id <= 20_000; id++) {
      String text = (id % 3 == 0 ? "aba" : "bcb") + (id % 40 == 0 ? " 上海" : "") + " " + id;
      all.put(id, new Text(id, text));
    }
    names.change(all);
    names.rebuild();
    TextTable table = names.table();
    for (List<String> words :
        List.of(
            List.of("上海"),
            List.of("aba"),
            List.of("aba", "上"),
            List.of("a", "b", "9"),
            List.of("bcb 上海 1".split(" ")),
            List.of("777"),
            List.of("cb", "海"))) {
      Set<Long> wanted = new TreeSet<>();
      table.scan(words, (id, owner, s, line) -> wanted.add(owner));
      Set<Long> found = new TreeSet<>();
      new Finder(1, Progress.NONE).in(0, names.texts, words).all((id, owner) -> found.add(owner));
      assertThat(found).as(words.toString()).isEqualTo(wanted);
      assertThat(new Finder(50, Progress.NONE).in(0, names.texts, words).best())
          .hasSize(Math.min(50, wanted.size()));
    }
  }

  @Test
  void changesAreSeenAtOnceAndStayThroughTidying() {
    LiveTexts texts = new LiveTexts(false);
    for (int block = 0; block < 20; block++) {
      Map<Long, @Nullable Text> changes = new HashMap<>();
      for (long id = 1; id <= 2_500; id++) {
        changes.put(block * 2_000L + id, new Text(id, "block" + block + " text" + id));
      }
      texts.change(changes);
      assertThat(texts.untidy()).isTrue();
      texts.tidy();
      assertThat(texts.untidy()).isFalse();
    }
    assertThat(texts.state().layers()).hasSizeLessThan(8);
    assertThat(new Finder(9_000, Progress.NONE).in(0, texts, List.of("block3")).best())
        .hasSize(2_000);
    assertThat(new Finder(9_000, Progress.NONE).in(0, texts, List.of("block19")).best())
        .hasSize(2_500);
  }
}
