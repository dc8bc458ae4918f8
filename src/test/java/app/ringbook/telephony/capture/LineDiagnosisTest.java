package app.ringbook.telephony.capture;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.capture.LineDiagnosis.Finding;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes are judged in words: silent, right, another kind of kit, or a wrong speed. */
class LineDiagnosisTest {
  private static final String RECORD = "01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n";

  @Test
  void eachLanguageIsKnownByItsLook() {
    assertThat(found("whozz", RECORD)).isEqualTo(Finding.FITS);
    assertThat(found("voicemodem", "\r\nRING\r\n\r\nNMBR = 13812345678\r\n"))
        .isEqualTo(Finding.FITS);
    assertThat(found("callerid", "###DATE09261128...NMBR0300074321...NAMEALFREDS+++\r"))
        .isEqualTo(Finding.FITS);
    assertThat(found("ncid", "200 NCID Server\r\nCID: *DATE*09262026*TIME*1128*NMBR*1*\r\n"))
        .isEqualTo(Finding.FITS);
    byte[] ring = HexFormat.of().parseHex("a55a01110101080007004 8ee0000".replace(" ", ""));
    assertThat(LineDiagnosis.of("x800", ring).finding()).isEqualTo(Finding.FITS);
    byte[] fsk =
        HexFormat.of().parseHex("0412303531313138353234303735353530303030 59".replace(" ", ""));
    assertThat(LineDiagnosis.of("callerid", fsk).finding()).isEqualTo(Finding.FITS);
  }

  @Test
  void theLanguageOfAnotherKitNamesThatKit() {
    LineDiagnosis modem = LineDiagnosis.of("whozz", bytes("\r\nOK\r\n\r\nRING\r\nNMBR=1381\r\n"));
    assertThat(modem.finding()).isEqualTo(Finding.OTHER_KIND);
    assertThat(modem.speaks()).containsExactly("voicemodem");
    assertThat(LineDiagnosis.of("x800", bytes(RECORD)).speaks()).containsExactly("whozz");
  }

  @Test
  void nothingLittleAndStrangeTextAreToldApart() {
    assertThat(found("whozz", "")).isEqualTo(Finding.SILENT);
    assertThat(found("whozz", "ab")).isEqualTo(Finding.TOO_LITTLE);
    assertThat(found("whozz", "$GPGGA,123519,4807.038,N,01131.000,E,1,08\r\n"))
        .isEqualTo(Finding.OTHER_TEXT);
  }

  @ParameterizedTest
  @CsvSource({"9600,19200", "9600,4800", "9600,2400", "4800,9600", "1200,9600", "115200,9600"})
  void aRecordReadAtTheWrongSpeedIsSaidToBeThat(int sent, int read) {
    byte[] seen = sampled(bytes(RECORD + RECORD), sent, read);
    assertThat(seen.length).isGreaterThanOrEqualTo(6);
    Finding finding = LineDiagnosis.of("whozz", seen).finding();
    assertThat(finding).isIn(Finding.WRONG_SPEED, Finding.TOO_LITTLE);
    if (seen.length >= 12) {
      assertThat(finding).isEqualTo(Finding.WRONG_SPEED);
    }
  }

  @Test
  void noiseIsNobodysLanguage() {
    byte[] noise = new byte[4000];
    new Random(7).nextBytes(noise);
    assertThat(LineDiagnosis.of("whozz", noise).finding()).isEqualTo(Finding.WRONG_SPEED);
  }

  /** What a receiver set to another speed makes of the bits on the wire. */
  private static byte[] sampled(byte[] bytes, int sent, int read) {
    BitSet line = new BitSet();
    int length = 0;
    for (byte b : bytes) {
      length++;
      for (int bit = 0; bit < 8; bit++, length++) {
        line.set(length, (b >> bit & 1) == 1);
      }
      line.set(length++);
    }
    line.set(length, length + 40);
    double step = (double) sent / read;
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    double at = 0;
    while (at < length) {
      if (line.get((int) at)) {
        at += step / 8;
        continue;
      }
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        value |= line.get((int) (at + (bit + 1.5) * step)) ? 1 << bit : 0;
      }
      out.write(value);
      at += 10 * step;
    }
    return out.toByteArray();
  }

  private static Finding found(String driver, String text) {
    return LineDiagnosis.of(driver, bytes(text)).finding();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
