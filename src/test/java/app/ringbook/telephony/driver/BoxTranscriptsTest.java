package app.ringbook.telephony.driver;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.driver.callerid.CallerIdDriver;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What boxes and exchanges sent, as others published it, also where their checksums are wrong. */
@Tag("S4-06")
class BoxTranscriptsTest {
  private final DriverBench bench = new DriverBench(new CallerIdDriver()).open();

  private List<Call> heard(String hex) {
    bench.receive(HexFormat.of().parseHex(hex.replace(" ", "")));
    bench.pass(1_000);
    return bench.heard.began();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04 12 30 39 33 30 31 32 32 34 36 30 39 35 35 35 31 32 31 32 51|6095551212|",
        "80 20 01 08 30 33 32 34 30 39 30 32 07 08 4A 4F 48 4E 20 44 4F 45 02 0A 38 30 30 35 35 35"
            + " 31 32 31 32 7D|8005551212|JOHN DOE",
        "80 1E 01 08 31 30 31 35 32 30 33 38 02 0A 37 30 38 35 35 35 30 30 30 31 07 0C 55 2E 53 2E"
            + " 52 4F 42 4F 54 49 43 53 22|7085550001|U.S.ROBOTICS",
      })
  void publishedFramesAreRead(String hex, String number, @Nullable String name) {
    List<Call> calls = heard(hex);
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().number()).isEqualTo(number);
    assertThat(calls.getFirst().callerName()).isEqualTo(name);
  }

  @Test
  void aBlockedCallSaysSo() {
    assertThat(heard("04 09 30 39 33 30 31 32 32 34 50 12").getFirst().presentation())
        .isEqualTo(Presentation.PRIVATE);
  }

  @Test
  void aBritishCallFromAbroadHasAReasonAndAWord() {
    String fields = "110101" + "0108" + hex("06122241") + "04014F" + "070D" + hex("INTERNATIONAL");
    List<Call> calls = heard("55".repeat(30) + frame(0x80, fields));
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().presentation()).isEqualTo(Presentation.UNAVAILABLE);
    assertThat(calls.getFirst().callerName()).isEqualTo("INTERNATIONAL");
  }

  @Test
  void aBritishNumberWithCallTypeAndCalledNumberIsRead() {
    String fields =
        "110101" + "0108" + hex("06122312") + "020B" + hex("08456021111") + "0306" + hex("654321");
    List<Call> calls = heard("55".repeat(12) + frame(0x80, fields));
    assertThat(calls.getFirst().number()).isEqualTo("08456021111");
  }

  @Test
  void aRingBackAndExtensionsOfTheNetworkAreSkippedByTheirLength() {
    String fields =
        "0108"
            + hex("11220930")
            + "0207"
            + hex("5551234")
            + "200103"
            + "E0022020"
            + "150100"
            + "160101"
            + "1A07"
            + hex("5559999");
    List<Call> calls = heard(frame(0x80, fields));
    assertThat(calls.getFirst().number()).isEqualTo("5551234");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "###DATE06182106...NMBR7045551212...NAMESPAULDING TIMOT+++|7045551212|SPAULDING TIMOT",
        "###DATE07252019...NMBR5072881030...NAMEWINTER BRUCE LA+++|5072881030|WINTER BRUCE LA",
        "I03/18 22:05 507-288-1030 WINTER BRUCE LA|507-288-1030|WINTER BRUCE LA",
        "DATE=0511 TIME=1640 NMBR=01895550142 NAME=HARBOUR CAFE|01895550142|HARBOUR CAFE",
        "80 0C 02 0A 30 31 38 39 35 35 35 30 31 34 62|0189555014|",
        "0x80 0x0c 0x02 0x0a 0x30 0x31 0x38 0x39 0x35 0x35 0x35 0x30 0x31 0x34 0x62|0189555014|",
        "CallerID:01895550142|01895550142|",
        "DTMF: 01895550142|01895550142|",
        "d01895550142c|01895550142|",
      })
  void textBoxesAreRead(String line, String number, @Nullable String name) {
    bench.receive(line + "\r");
    bench.pass(1_000);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.began().getFirst().number()).isEqualTo(number);
    assertThat(bench.heard.began().getFirst().callerName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "###DATE06191942...NMBR...NAME-UNKNOWN CALLER-+++|UNAVAILABLE",
        "I03/22 16:17 PRIVATE      PRIVATE|PRIVATE",
        "I03/23 08:35 OUT OF AREA  OUT OF AREA|UNAVAILABLE",
      })
  void textBoxesSayWhyThereIsNoNumber(String line, Presentation why) {
    bench.receive(line + "\r");
    bench.pass(1_000);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.began().getFirst().presentation()).isEqualTo(why);
  }

  @Test
  void fieldsLineByLineAreOneCall() {
    for (String line :
        List.of("RING", "DATE = 0511", "TIME = 1640", "NMBR = 01895550142", "RING")) {
      bench.receive(line + "\r\n");
      bench.pass(700);
    }
    bench.pass(30_000);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("01895550142");
    assertThat(bench.heard.ended().getFirst().rings()).isEqualTo(2);
  }

  @Test
  void hexadecimalTextThatGoesOnInTheNextLineIsOneFrame() {
    String text = frame(0x80, "0108" + hex("05111640") + "020B" + hex("01895550142"));
    bench.receive(text.substring(0, 20) + "\r\n" + text.substring(20) + "\r\n");
    bench.pass(1_000);
    assertThat(bench.heard.began()).extracting(Call::number).containsExactly("01895550142");
    assertThat(bench.heard.began().getFirst().verified()).isTrue();
  }

  @Test
  void aFrameWhoseHeadWasClippedIsOneCallAndUnsure() {
    String text =
        frame(
            0x80,
            "0108" + hex("05111640") + "020A" + hex("0189555014") + "070A" + hex("HARBOURCAF"));
    List<Call> calls = heard(text.substring(4));
    assertThat(calls).extracting(Call::number).containsExactly("0189555014");
    assertThat(calls.getFirst().callerName()).isEqualTo("HARBOURCAF");
    assertThat(calls.getFirst().verified()).isFalse();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static String frame(int type, String fields) {
    byte[] payload = HexFormat.of().parseHex(fields);
    int sum = type + payload.length;
    for (byte b : payload) {
      sum += b & 0xFF;
    }
    return "%02X%02X%s%02X".formatted(type, payload.length, fields, -sum & 0xFF);
  }
}
