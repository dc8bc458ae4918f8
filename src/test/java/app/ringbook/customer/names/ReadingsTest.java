package app.ringbook.customer.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final String[] WORDS = {
    "重庆", "银行", "长沙", "行业", "音乐", "快乐", "吕", "绿", "略", "单", "曾", "有限公司", "厦门", "大厦", "朝阳", "都",
    "成都", "嗯", "呒", "㐂", "〇", "㐀", "龘", "車", "樂", "參", "澄宇", "精密", "没收", "着重"
  };

  @Test
  void rememberedPhrasesReadAsTheWholeNameReads() {
    Random random = new Random(11);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int more = 1 + random.nextInt(6); more > 0; more--) {
        boolean common = random.nextBoolean();
        name.append(
            common
                ? WORDS[random.nextInt(WORDS.length)]
                : Character.toString(0x4E00 + random.nextInt(0x51A5)));
      }
      String signs = name.toString();
      assertThat(Readings.of(signs)).as(signs).isEqualTo(Readings.whole(signs));
    }
  }

  @Test
  void readsEverySignInItsPhrase() {
    assertThat(Readings.of("重庆银行")).containsExactly("chong", "qing", "yin", "hang");
    assertThat(Readings.of("女儿绿")).containsExactly("nv", "er", "lv");
  }
}
