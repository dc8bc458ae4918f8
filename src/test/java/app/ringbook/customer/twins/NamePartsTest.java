package app.ringbook.customer.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names found by their parts are those that comparing each with each finds. */
class NamePartsTest {

  @Test
  void partsFindWhatComparingEachWithEachFinds() {
    Random random = new Random(7);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add(changed(random, word(random, 6 + random.nextInt(30)), 0));
    }
    for (int i = 0; i < 300; i++) {
      names.add(changed(random, names.get(random.nextInt(300)), 1 + random.nextInt(3)));
    }
    NameParts parts = new NameParts();
    for (int i = 0; i < names.size(); i++) {
      parts.add(i, names.get(i));
    }
    parts.sort();
    int found = 0;
    for (String asked : names) {
      List<Long> expected = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        double likeness = NameLikeness.ofKeys(asked, names.get(i));
        if (likeness >= NameLikeness.ALIKE && likeness < 1) {
          expected.add((long) i);
        }
      }
      found += expected.size();
      assertThat(parts.alike(asked).stream().map(NameParts.Alike::id))
          .as(asked)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(found).isGreaterThan(100);
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(6)));
    }
    return word.toString();
  }

  private static String changed(Random random, String name, int changes) {
    StringBuilder changed = new StringBuilder(name);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.setCharAt(at, 'z');
        case 1 -> changed.insert(at, 'y');
        default -> changed.deleteCharAt(at);
      }
    }
    return changed.toString();
  }
}
