package app.ringbook.customer.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {

  @ParameterizedTest
  @CsvSource({
    "单雄信, shanxiongxin, sxx",
    "曾国藩, zengguofan, zgf",
    "仇英, qiuying, qy",
    "解缙, xiejin, xj",
    "查良镛, zhaliangyong, zly",
    "李薇, liwei, lw",
    "翟明, zhaiming, zm",
    "吕布, lvbu, lb",
    "尉迟恭, yuchigong, ycg",
    "任晓, renxiao, rx"
  })
  void peopleAreFoundByTheSoundOfTheirSurname(String name, String pinyin, String initials) {
    assertThat(NameKeys.searchKey(name, true).lines()).contains(name, pinyin, initials);
  }

  @ParameterizedTest
  @CsvSource({
    "重庆长安汽车, chongqingchanganqiche, cqcaqc",
    "长沙银行, changshayinhang, csyh",
    "澄宇精密机械有限公司, chengyujingmijixieyouxiangongsi, cyjmjxyxgs",
    "ABB机器人, abbjiqiren, abbjqr"
  })
  void companiesAreFoundByTheSoundOfTheirPhrases(String name, String pinyin, String initials) {
    assertThat(NameKeys.searchKey(name, false).lines()).contains(pinyin, initials);
  }

  @Test
  void aShortNameKeepsBothReadings() {
    assertThat(NameKeys.searchKey("单明", false).lines()).contains("danming", "shanming");
  }

  @Test
  void latinNamesAreFoundWithoutTheirAccents() {
    assertThat(NameKeys.searchKey("Bólido Comidas", false).lines())
        .containsExactly("bólido comidas", "bolido comidas", "bc");
    assertThat(NameKeys.searchKey("ＡＢＣ\u200b  Ltd", false)).startsWith("abc  ltd");
  }

  @Test
  void sortsAsAPhoneBookDoes() {
    List<String> names =
        List.of("重庆钢铁", "Alfreds", "中兴物流", "álamo", "长沙银行", "Store 10", "Store 2", "Zulu", "3M");
    assertThat(names.stream().sorted(Comparator.comparing(NameKeys::nameKey)))
        .containsExactly(
            "3M", "álamo", "Alfreds", "长沙银行", "重庆钢铁", "Store 2", "Store 10", "中兴物流", "Zulu");
  }

  @ParameterizedTest
  @CsvSource({
    "'Alfreds Futterkiste', 'ALFREDS FUTTERKISTE GmbH'",
    "'Acme Co., Ltd.', 'Acme'",
    "'Acme Inc', 'ACME Limited'",
    "澄宇精密机械有限公司, 澄宇精密机械",
    "澄宇精密机械（集团）有限公司, 澄宇精密机械",
    "'Hanari Carnes S.A.', 'hanari carnes'"
  })
  void twoSpellingsOfACompanyAreTwins(String one, String other) {
    assertThat(NameKeys.twinKey(one)).isEqualTo(NameKeys.twinKey(other)).isNotEmpty();
    assertThat(NameKeys.nameKey(one)).startsWith(NameKeys.prefix(NameKeys.stem(other)));
  }

  @Test
  void differentCompaniesAreNoTwins() {
    assertThat(NameKeys.twinKey("Acme East")).isNotEqualTo(NameKeys.twinKey("Acme West"));
    assertThat(NameKeys.twinKey("Group")).isNotEmpty();
    assertThat(NameKeys.twinKey("公司")).isNotEmpty();
  }

  @Test
  void anyTextHasKeys() {
    for (String name : new String[] {"", " ", "😀", "\u0000", "𠮷野家", "---", "a".repeat(10_000)}) {
      assertThat(NameKeys.nameKey(name)).hasSizeLessThanOrEqualTo(480).matches("[0-9a-f]*");
      assertThat(NameKeys.searchKey(name, true)).isNotNull();
      assertThat(NameKeys.twinKey(name)).isNotNull();
    }
  }

  @Test
  void wordsAreRunsOfLettersAndDigitsOfEveryScript() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        int sign = random.nextInt(3) == 0 ? random.nextInt(0x20000) : 32 + random.nextInt(96);
        text.appendCodePoint(Character.getType(sign) == Character.SURROGATE ? ' ' : sign);
      }
      List<String> plain =
          Pattern.compile("[^\\p{L}\\p{N}]+")
              .splitAsStream(text)
              .filter(word -> !word.isEmpty())
              .toList();
      assertThat(NameKeys.words(text.toString())).as(text.toString()).isEqualTo(plain);
    }
  }
}
