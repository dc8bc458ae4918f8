package app.ringbook.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MobileNumberTest {
  private static final PhoneNumbers.Rules PLAIN = new PhoneNumbers.Rules("CN", "", "");
  private static final PhoneNumbers.Rules OFFICE = new PhoneNumbers.Rules("CN", "010", "9");
  private final NumberReader reader = new NumberReader();
  private final Random random = new Random(7);

  @Test
  void everyRangeIsReadAsTheLibraryReadsIt() {
    int known = 0;
    for (int range = 100; range < 200; range++) {
      for (int i = 0; i < 20; i++) {
        String number = range + "%08d".formatted(random.nextInt(100_000_000));
        known += MobileNumber.digits(number, "CN") == null ? 0 : 1;
        mustAgree(number, "CN", i % 2 == 0 ? PLAIN : OFFICE);
      }
    }
    assertThat(known).isGreaterThan(800);
  }

  @Test
  void everyWayOfWritingIsReadAsTheLibraryReadsIt() {
    for (int i = 0; i < 1_500; i++) {
      String digits = "1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1 << 29));
      String written =
          pick("", "+86", "+86 ", "+86-", "86", "+852", "0")
              + digits.substring(0, 3)
              + pick("", " ", "-", ".", "  ")
              + digits.substring(3, 7)
              + pick("", " ", "-", "x")
              + digits.substring(7, 9 + random.nextInt(3));
      mustAgree(written, pick("CN", "HK", "US"), PLAIN);
    }
  }

  @Test
  void takesTheShortWayForTheUsualNumbersOnly() {
    assertThat(MobileNumber.digits("13812345678", "CN")).isEqualTo("13812345678");
    assertThat(MobileNumber.digits("+86 138-1234-5678", "US")).isEqualTo("13812345678");
    assertThat(MobileNumber.digits("13812345678", "US")).isNull();
    assertThat(MobileNumber.digits("17951123456", "CN")).isNull();
    assertThat(MobileNumber.digits("1381234567８", "CN")).isNull();
    assertThat(MobileNumber.digits("138123-45678", "CN")).isNull();
  }

  private void mustAgree(String written, String region, PhoneNumbers.Rules rules) {
    assertThat(reader.read(written, region, rules))
        .as(written + " in " + region)
        .isEqualTo(reader.readByLibrary(written, region, rules));
  }

  private String pick(String... some) {
    return List.of(some).get(random.nextInt(some.length));
  }
}
