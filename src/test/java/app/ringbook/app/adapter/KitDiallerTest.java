package app.ringbook.app.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.PhoneNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KitDiallerTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  @ParameterizedTest
  @CsvSource({
    "+8613812345678,13812345678",
    "+861064321234,01064321234",
    "+17135550148,0017135550148",
    "138 1234 5678,13812345678",
    "6432 1234,64321234",
    "95588,95588"
  })
  void aNumberIsDialledAsAPersonHereWould(String kept, String dialled) {
    var number = numbers.parse(kept);
    assertThat(KitDialler.digits(number, numbers.shown(number))).isEqualTo(dialled);
  }
}
