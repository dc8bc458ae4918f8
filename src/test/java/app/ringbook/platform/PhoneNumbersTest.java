package app.ringbook.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  private final PhoneNumbers beijing =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));
  private final PhoneNumbers behindExchange =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", "9"));
  private final PhoneNumbers nowhere = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          010-64321234      | +861064321234
          (010)6432 1234    | +861064321234
          +86 (0)10 6432 1234 | +861064321234
          0086-10-64321234  | +861064321234
          ０１０－６４３２１２３４ | +861064321234
          （010）64321234     | +861064321234
          17951 13812345678 | +8613812345678
          1795113812345678  | +8613812345678
          1259313812345678  | +8613812345678
          17909 010 64321234| +861064321234
          64321234          | +861064321234
          138 1234 5678     | +8613812345678
          138-1234-5678     | +8613812345678
          8613812345678     | +8613812345678
          85221234567       | +85221234567
          85366123456       | +85366123456
          886223456789      | +886223456789
          16502530000       | +8616502530000
          +1 650 253 0000   | +16502530000
          400-810-8888      | +864008108888
          800 810 8888      | +868008108888
          """)
  void readsChineseOfficeNumbers(String raw, String e164) {
    assertThat(beijing.parse(raw).e164()).isEqualTo(e164);
    assertThat(beijing.parse(raw).raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          010-64321234转8001     | +861064321234 | 8001
          010-64321234 转 8001   | +861064321234 | 8001
          64321234分机801        | +861064321234 | 801
          64321234-8001         | +861064321234 | 8001
          010-64321234-801      | +861064321234 | 801
          010 64321234 ext. 8001 | +861064321234 | 8001
          010 64321234 #8001    | +861064321234 | 8001
          010 64321234 x8001    | +861064321234 | 8001
          010-64321234          | +861064321234 |
          """)
  void takesExtensionsOff(String raw, String e164, String extension) {
    PhoneNumber number = beijing.parse(raw);
    assertThat(number.e164()).isEqualTo(e164);
    assertThat(number.extension()).isEqualTo(extension);
  }

  @ParameterizedTest
  @CsvSource({
    "'9,13812345678', +8613812345678",
    "913812345678, +8613812345678",
    "9 010 64321234, +861064321234",
    "964321234, +861064321234",
    "13812345678, +8613812345678"
  })
  void cutsTheOutsidePrefix(String raw, String e164) {
    assertThat(behindExchange.parse(raw).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"95588", "10086", "12345", "110", "119", "120", "122", "1069012345678"})
  void keepsShortNumbersAndSendersAsTheyAre(String raw) {
    for (PhoneNumbers numbers : new PhoneNumbers[] {beijing, behindExchange, nowhere}) {
      PhoneNumber number = numbers.parse(raw);
      assertThat(number.national()).isEqualTo(raw);
      assertThat(number.e164()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "O", "0", "", "  ", "anonymous", "Private", "无", "---", "n/a"})
  void knowsThatThereIsNoNumber(String raw) {
    assertThat(beijing.parse(raw).dialable()).isFalse();
    assertThat(beijing.parse(raw).suffix8()).isEmpty();
  }

  @Test
  void aLocalNumberWithoutAnOfficeKeepsItsDigits() {
    PhoneNumber number = nowhere.parse("64321234");
    assertThat(number.national()).isEqualTo("64321234");
    assertThat(number.e164()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "13812345678；13987654321, 2",
    "13812345678/13987654321, 2",
    "'010-64321234,13812345678', 2",
    "010-64321234、010-64321235、13812345678, 3",
    "13812345678 或 13987654321, 2",
    "'9,13812345678', 1",
    "138 1234 5678, 1",
    "010-64321234转8001, 1",
    "无, 0",
    "'', 0"
  })
  void splitsFieldsWithSeveralNumbers(String raw, int count) {
    assertThat(beijing.split(raw)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "Germany, DE",
    "USA, US",
    "U.S.A., US",
    "UK, GB",
    "United Kingdom, GB",
    "中国, CN",
    "德国, DE",
    "de, DE",
    "DEU, DE",
    "Brazil, BR",
    "Venezuela, VE",
    "Deutschland, DE",
    "香港, HK",
    "英国, GB",
    "美国, US",
    "South Korea, KR",
    "P.R. China, CN",
    "New Zealand, NZ",
    "Hong Kong, HK",
    "Singapore, SG",
    "Russia, RU",
    "瑞士, CH",
    "Norway, NO"
  })
  void knowsCountriesByName(String name, String region) {
    assertThat(beijing.regionOf(name)).contains(region);
  }

  @Test
  void doesNotInventCountries() {
    assertThat(beijing.regionOf("Atlantis")).isEmpty();
    assertThat(beijing.regionOf("")).isEmpty();
  }

  @Test
  void aForeignNumberHasTheSameDigitsWithAndWithoutItsCountry() {
    PhoneNumber stored = beijing.parse("030-0074321", "Germany");
    assertThat(stored.region()).isEqualTo("DE");
    for (String asked : new String[] {"030-0074321", "+49 30 0074321", "0049 30 0074321"}) {
      assertThat(beijing.parse(asked).national()).as(asked).isEqualTo(stored.national());
      assertThat(beijing.parse(asked).suffix8()).as(asked).isEqualTo(stored.suffix8());
    }
  }

  @Test
  void tellsThePlaceInBothLanguages() {
    PhoneNumber berlin = beijing.parse("030-0074321", "DE");
    assertThat(beijing.place(berlin, Texts.ENGLISH)).isEqualTo("Berlin");
    PhoneNumber capital = beijing.parse("010-64321234");
    assertThat(beijing.place(capital, Texts.CHINESE)).isEqualTo("北京市");
    assertThat(beijing.place(beijing.parse("95588"), Texts.CHINESE)).isEqualTo("中国");
    assertThat(beijing.place(beijing.parse("P"), Texts.CHINESE)).isEmpty();
  }

  @Test
  void showsNumbersAsPeopleReadThem() {
    assertThat(beijing.shown(beijing.parse("01064321234"))).isEqualTo("010 6432 1234");
    assertThat(beijing.shown(beijing.parse("13812345678"))).isEqualTo("138 1234 5678");
    assertThat(beijing.shown(beijing.parse("030-0074321", "DE"))).isEqualTo("+49 30 0074321");
    assertThat(beijing.shown(beijing.parse("95588"))).isEqualTo("95588");
    assertThat(beijing.shown(beijing.parse(" call me "))).isEqualTo("call me");
  }

  @Test
  void noTextIsRefused() {
    Random random = new Random(7);
    String alphabet = "0123456789+-()#*,;/ .转分机extXPO　０９－（）\u202e\u0000\n\t😀é";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String raw = text.toString();
      PhoneNumber number = behindExchange.parse(raw, random.nextBoolean() ? null : "DE");
      assertThat(number.raw()).isEqualTo(raw);
      assertThat(number.national()).matches("\\d*");
      behindExchange.split(raw);
      behindExchange.shown(number);
      behindExchange.place(number, Texts.CHINESE);
    }
    assertThat(beijing.parse("1".repeat(100_000)).suffix8()).hasSize(8);
  }
}
