package app.ringbook.telephony.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Callers as exchanges send them. */
class CallerIdTest {
  @Test
  void theSampleOfTheNcidDocumentsIsRead() {
    CallerInfo info =
        FskCallerId.read(HexFormat.of().parseHex("041230353131313835323430373535353030303059"))
            .orElseThrow();
    assertThat(info.number()).isEqualTo("4075550000");
    assertThat(info.verified()).isTrue();
  }

  @Test
  void numberAndNameAreReadBehindSeizureAndBeforeNoise() {
    byte[] frame = mdmf(2, "13812345678", 7, "LI MING");
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(new byte[] {0x55, 0x55, (byte) 0xD5});
    line.writeBytes(frame);
    line.writeBytes(new byte[] {0, (byte) 0xFF, 1, 0});
    CallerInfo info = FskCallerId.read(line.toByteArray()).orElseThrow();
    assertThat(info).isEqualTo(new CallerInfo("13812345678", Presentation.NUMBER, "LI MING", true));
  }

  @Test
  void reasonsForNoNumberAreTold() {
    assertThat(FskCallerId.read(mdmf(4, "P")).orElseThrow().presentation())
        .isEqualTo(Presentation.PRIVATE);
    assertThat(FskCallerId.read(mdmf(4, "O", 8, "O")).orElseThrow().presentation())
        .isEqualTo(Presentation.UNAVAILABLE);
  }

  @Test
  void aWrongChecksumIsReadAsUnsure() {
    byte[] frame = mdmf(2, "13812345678");
    frame[frame.length - 1]++;
    CallerInfo info = FskCallerId.read(frame).orElseThrow();
    assertThat(info.number()).isEqualTo("13812345678");
    assertThat(info.verified()).isFalse();
  }

  @Test
  void messageWaitingIsNoCaller() {
    assertThat(FskCallerId.read(new byte[] {(byte) 0x82, 3, 0x0B, 1, (byte) 0xFF, 0x70})).isEmpty();
  }

  @Test
  void anyBytesAreSurvived() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      FskCallerId.read(noise);
      DtmfCallerId.read(new String(noise, StandardCharsets.ISO_8859_1));
      CallerText.name(CallerText.decode(noise));
    }
  }

  @Test
  void dtmfNumbersOfSeveralCountriesAreRead() {
    assertThat(DtmfCallerId.read("D13812345678C").number()).isEqualTo("13812345678");
    assertThat(DtmfCallerId.read("A33112233#").number()).isEqualTo("33112233");
    assertThat(DtmfCallerId.read("A0701234567D0812345BC").number()).isEqualTo("0701234567");
    assertThat(DtmfCallerId.read("D1#").presentation()).isEqualTo(Presentation.PRIVATE);
    assertThat(DtmfCallerId.read("D2#").presentation()).isEqualTo(Presentation.UNAVAILABLE);
    assertThat(DtmfCallerId.read("D12C").verified()).isFalse();
    assertThat(DtmfCallerId.read("DC")).isEqualTo(CallerInfo.NOTHING);
  }

  @Test
  void namesAreHarmlessText() {
    assertThat(CallerText.name("a\u0000b\u202Ec\u200Bd\u001B[31m")).isEqualTo("abcd[31m");
    assertThat(CallerText.name("x".repeat(10_000))).hasSize(64);
    assertThat(CallerText.name("  ")).isNull();
    assertThat(CallerText.name("O")).isNull();
    assertThat(CallerText.caller("1".repeat(500), null, true).number()).hasSize(40);
  }

  @Test
  void namesInChineseAndWithUmlautsAreRead() {
    assertThat(CallerText.decode("李明公司".getBytes(Charset.forName("GB18030")))).isEqualTo("李明公司");
    assertThat(CallerText.decode("Müller GmbH".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("Müller GmbH");
    assertThat(CallerText.decode("Müller".getBytes(StandardCharsets.UTF_8))).isEqualTo("Müller");
  }

  private static byte[] mdmf(Object... fields) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      byte[] value = ((String) fields[i + 1]).getBytes(StandardCharsets.ISO_8859_1);
      payload.write((Integer) fields[i]);
      payload.write(value.length);
      payload.writeBytes(value);
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80);
    frame.write(payload.size());
    frame.writeBytes(payload.toByteArray());
    int sum = 0;
    for (byte b : frame.toByteArray()) {
      sum += b;
    }
    frame.write(-sum);
    return frame.toByteArray();
  }
}
