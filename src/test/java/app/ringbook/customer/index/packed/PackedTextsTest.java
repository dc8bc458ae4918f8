package app.ringbook.customer.index.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is packed comes back as it was, whatever it is. */
class PackedTextsTest {
  private final Random random = new Random(3);

  /** Sections of the texts, of which even a few are worth symbols. */
  private static List<ByteBuffer> written(boolean numbers, List<String> texts) {
    TextStore store = new TextStore(numbers, 1 << 10);
    texts.forEach(text -> store.add(text.getBytes(StandardCharsets.UTF_8)));
    return Arrays.stream(store.written()).map(Bytes::toBuffer).toList();
  }

  private static void comesBack(boolean numbers, List<ByteBuffer> sections, List<String> texts) {
    PackedLongs starts = new PackedLongs(sections.get(0));
    Symbols symbols = new Symbols(sections.get(2));
    Room room = new Room();
    for (int i = 0; i < texts.size(); i++) {
      room.clear();
      int from = (int) starts.at(i);
      int to = (int) starts.at(i + 1);
      if (numbers) {
        DigitCodec.read(sections.get(1), from, to, room);
      } else {
        symbols.read(sections.get(1), from, to, room);
      }
      assertThat(new String(room.copy(), StandardCharsets.UTF_8)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void numbersComeBack() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                "1",
                "\n",
                "12\n",
                "\n12",
                "123\n86123\n0123",
                "1x2\né\n12",
                "12345\n345\n5",
                "12345678901234567890\n8612345678901234567890\n012345678901234567890"));
    for (int i = 0; i < 300; i++) {
      String line = Long.toString(random.nextLong() >>> random.nextInt(60));
      texts.add(
          line + "\n" + random.nextInt(100) + line + "\n0" + line.substring(line.length() / 2));
    }
    comesBack(true, written(true, texts), texts);
  }

  @Test
  void manyTextsTakeLessRoomAndComeBack() {
    List<String> words = List.of("精密机械", "有限公司", "jingmijixie", "youxiangongsi", "gmbh ", "x");
    List<String> texts = new ArrayList<>();
    long plain = 0;
    for (int i = 0; i < 6_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = random.nextInt(5); w >= 0; w--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      text.append('\n')
          .append(Character.toString(0x20 + random.nextInt(0x1F800)).replace('\uD800', 'a'));
      texts.add(
          new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      plain += texts.getLast().getBytes(StandardCharsets.UTF_8).length;
    }
    List<ByteBuffer> sections = written(false, texts);
    assertThat(sections.get(1).limit()).isLessThan((int) (plain / 3));
    comesBack(false, sections, texts);
  }

  @Test
  void longNumbersComeBack() {
    long[] values = new long[1_000];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (i / 200) {
            case 0 -> i;
            case 1 -> random.nextLong() >>> 10;
            case 2 -> random.nextInt(1000);
            case 3 -> 0;
            default -> 8L << 48 | i * 3L;
          };
    }
    PackedLongs packed = new PackedLongs(PackedLongs.pack(values, 990).toBuffer());
    assertThat(packed.size()).isEqualTo(990);
    for (int i = 0; i < 990; i++) {
      assertThat(packed.at(i)).isEqualTo(values[i]);
    }
  }
}
