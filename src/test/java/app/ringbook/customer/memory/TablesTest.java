package app.ringbook.customer.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.index.TextScore;
import app.ringbook.platform.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void theNumberTableHoldsWhatAMapWouldHold() {
    Random random = new Random(3);
    NumberTable table = new NumberTable();
    Map<Long, String> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long id = random.nextInt(3_000);
      String old = expected.remove(id);
      if (old != null) {
        table.remove(id, old);
      }
      if (random.nextInt(4) > 0) {
        String national = "1" + (1_000_000_000L + random.nextInt(500));
        expected.put(id, national);
        table.put(id, id + 1, id + 2, id % 2 == 0, null, national);
      }
    }
    assertThat(table.size()).isEqualTo(expected.size());
    for (int n = 0; n < 500; n++) {
      String national = "1" + (1_000_000_000L + n);
      Set<Long> found = new HashSet<>();
      NumberKeys keys = NumberKeys.of(new PhoneNumber(national, null, national, null, null), "");
      table.find(
          keys,
          (likeness, phone, customer, contact, main) -> {
            assertThat(customer).isEqualTo(phone + 1);
            assertThat(contact).isEqualTo(phone + 2);
            assertThat(main).isEqualTo(phone % 2 == 0);
            assertThat(found.add(phone)).isTrue();
          });
      Set<Long> wanted = new HashSet<>();
      expected.forEach(
          (id, digits) -> {
            if (digits.equals(national)) {
              wanted.add(id);
            }
          });
      assertThat(found).isEqualTo(wanted);
    }
  }

  @Test
  void theTextTableFindsWhatContainsWouldFind() {
    Random random = new Random(5);
    TextTable table = new TextTable();
    Map<Long, String> expected = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      long id = random.nextInt(2_000);
      if (random.nextInt(5) == 0) {
        table.remove(id);
        expected.remove(id);
      } else {
        String text = text(random, 30);
        table.put(id, id, text);
        expected.put(id, text);
      }
    }
    for (int i = 0; i < 300; i++) {
      List<String> words = List.of(text(random, 2), text(random, 3));
      List<Long> found = new ArrayList<>();
      table.scan(words, (id, owner, score, line) -> found.add(id));
      List<Long> wanted =
          expected.entrySet().stream()
              .filter(e -> words.stream().allMatch(e.getValue()::contains))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      assertThat(found).as(words.toString()).isEqualTo(wanted);
    }
  }

  @Test
  void scoresTellWhereAFragmentStands() {
    TextTable table = new TextTable();
    table.put(1, 1, "abc def\nxyz\n\u0005me@example");
    Map<String, String> seen = new HashMap<>();
    for (String word : List.of("xyz", "abc", "def", "ef", "yz", "bc", "e@")) {
      table.scan(List.of(word), (id, owner, score, line) -> seen.put(word, score + "/" + line));
    }
    assertThat(seen)
        .containsEntry("xyz", "0/1")
        .containsEntry("abc", "1/0")
        .containsEntry("def", "2/0")
        .containsEntry("ef", "3/0")
        .containsEntry("yz", "3/1")
        .containsEntry("bc", "4/0")
        .containsEntry("e@", "4/" + TextScore.MARKED);
  }

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(longest); n > 0; n--) {
      text.append("abc精密\n".charAt(random.nextInt(longest > 5 ? 6 : 5)));
    }
    return text.toString();
  }
}
