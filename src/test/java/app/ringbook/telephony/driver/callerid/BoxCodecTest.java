package app.ringbook.telephony.driver.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public format of a box, record by record. */
class BoxCodecTest {
  private final List<BoxRecord> records = new ArrayList<>();
  private final BoxCodec codec = new BoxCodec(records::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "###DATE03301423...NMBR4075551212...NAMEWIRELESS CALL+++|03301423|4075551212|WIRELESS CALL",
        "###DATE11220930...NMBR02164321234...NAMEST. JOHN & CO.+++|11220930|02164321234"
            + "|ST. JOHN & CO.",
        "###NAMEALFREDS...DATE11220930...NMBR0300074321+++|11220930|0300074321|ALFREDS",
        "##x###DATE11220930...LINE1...NMBR555123...NAMEBO|11220930|555123|BO",
        "I03/18 22:05 507-288-1030 WINTER BRUCE LA|03182205|507-288-1030|WINTER BRUCE LA",
        "03/18 22:05 5072881030|03182205|5072881030|",
        "ATF 0208091115018749403|02080911|15018749403|",
        "ATF0208091113812345678|02080911|13812345678|",
        "MESG=041230353131313835323430373535353030303059|05111852|4075550000|",
      })
  void aLineTellsWhoCalls(String line, String date, String number, String name) {
    feed(line + "\r");
    CallerInfo info = new CallerInfo(number, Presentation.NUMBER, name, true);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "###DATE03301423...NMBR...NAME-UNKNOWN CALLER-+++|UNAVAILABLE",
        "###DATE03301423..NMBR...NAME+++|NONE",
        "###DATE03301423...NMBRPRIVATE...NAMEPRIVATE+++|PRIVATE",
        "I03/18 22:05 PRIVATE|PRIVATE",
        "I03/18 22:05 OUT OF AREA|UNAVAILABLE",
        "ATF 02080911P|PRIVATE",
        "D1#|PRIVATE",
        "D2#|UNAVAILABLE",
        "D3#|UNAVAILABLE",
        "B10C|PRIVATE",
        "B00C|UNAVAILABLE",
      })
  void aLineTellsWhyThereIsNoNumber(String line, Presentation why) {
    feed(line + "\r\n");
    assertThat(records).hasSize(1);
    CallerInfo info = ((BoxRecord.Caller) records.getFirst()).info();
    assertThat(info.presentation()).isEqualTo(why);
    assertThat(info.number()).isNull();
    assertThat(info.name()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RING", "RING A", "ATRING", "RING 1", "\u0000RING"})
  void ringsAreRings(String line) {
    feed(line + "\r\n");
    assertThat(records).containsExactly(new BoxRecord.Ring());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DID:5980", "RING5980"})
  void digitsOfATrunkAreUnsure(String line) {
    feed(line + "\r\n");
    CallerInfo info = new CallerInfo("5980", Presentation.NUMBER, null, false);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, ""));
  }

  @Test
  void otherWordsAreToldAsWhatTheyAre() {
    feed("ATLINKOK\r\nDTMF5\r\nNO CARRIER\r\n");
    assertThat(records)
        .containsExactly(
            new BoxRecord.Hello(), new BoxRecord.Digit('5'), new BoxRecord.Unknown(10));
  }

  static List<String> codes() {
    List<String> all = new ArrayList<>();
    for (char start : "ABCD*#".toCharArray()) {
      for (char end : "ABCD*#".toCharArray()) {
        all.add(start + "13812345678" + end);
      }
      all.add("13812345678" + start);
    }
    all.add("A13812345678D0755123456B11C");
    return all;
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyStartAndEndCodeIsUnderstood(String digits) {
    feed(digits);
    assertThat(records).isEmpty();
    codec.quiet();
    CallerInfo info = new CallerInfo("13812345678", Presentation.NUMBER, null, true);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, ""));
  }

  @Test
  void unlikelyLengthsAreUnsure() {
    feed("D12C\rD" + "1".repeat(21) + "C\r");
    assertThat(records).hasSize(2);
    assertThat(records).noneMatch(record -> ((BoxRecord.Caller) record).info().verified());
  }

  @Test
  void everyFieldOfAFrameIsReadOrSkipped() {
    feed(
        Frames.multiple(
            0x01,
            "11220930",
            0x11,
            "\u0001",
            0x02,
            "+8613812345678",
            0x06,
            "L",
            0x0A,
            "\u0001",
            0x12,
            "0755123",
            0x13,
            "\u0002",
            0x15,
            "\u0001",
            0x16,
            "\u0001",
            0x1A,
            "0755124",
            0x20,
            "NET",
            0xE0,
            "X",
            0x07,
            "LI MING"));
    CallerInfo info = new CallerInfo("+8613812345678", Presentation.NUMBER, "LI MING", true);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, "11220930"));
  }

  @Test
  void aDialableNumberAloneIsUnsure() {
    feed(Frames.multiple(0x01, "11220930", 0x03, "5551234"));
    CallerInfo info = new CallerInfo("5551234", Presentation.NUMBER, null, false);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, "11220930"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set", "odd", "even"})
  void aParityBitInEveryByteIsSeenThrough(String parity) {
    for (int n = 0; n < 10; n++) {
      records.clear();
      String number = "1381234567" + n;
      feed(with(parity, Frames.multiple(0x01, "11220930", 0x02, number, 0x07, "LI")));
      codec.quiet();
      CallerInfo info = new CallerInfo(number, Presentation.NUMBER, "LI", true);
      assertThat(records).containsExactly(new BoxRecord.Caller(info, "11220930"));
    }
  }

  @Test
  void aFrameMayComeByteByByteAndHoldLineEnds() {
    // A length of ten is a line feed, one of thirteen a carriage return.
    for (byte b : Frames.multiple(0x02, "4075550000", 0x07, "THIRTEEN CHAR")) {
      feed(new byte[] {b});
    }
    CallerInfo info = new CallerInfo("4075550000", Presentation.NUMBER, "THIRTEEN CHAR", true);
    assertThat(records).containsExactly(new BoxRecord.Caller(info, ""));
  }

  @Test
  void linesBeforeAndBehindAFrameAreRead() {
    feed("RING\r\n");
    feed(Frames.multiple(0x04, "P"));
    feed("RING\r\n");
    codec.quiet();
    assertThat(records)
        .extracting(record -> record.getClass().getSimpleName())
        .containsExactly("Ring", "Caller", "Ring");
  }

  @Test
  void chineseNamesInLinesAreReadOnceTheBoxIsQuiet() {
    feed("###DATE11220930...NMBR02164321234...NAME上海李明+++\r");
    codec.quiet();
    assertThat(((BoxRecord.Caller) records.getFirst()).info().name()).isEqualTo("上海李明");
  }

  private void feed(String text) {
    feed(text.getBytes(StandardCharsets.UTF_8));
  }

  private void feed(byte[] bytes) {
    codec.received(bytes, bytes.length);
  }

  private static byte[] with(String parity, byte[] frame) {
    byte[] sent = frame.clone();
    for (int i = 0; i < sent.length; i++) {
      int seven = frame[i] & 0x7F;
      boolean odd = Integer.bitCount(seven) % 2 == 1;
      boolean bit =
          switch (parity) {
            case "odd" -> !odd;
            case "even" -> odd;
            default -> true;
          };
      // The type keeps what makes it one.
      sent[i] = (byte) (i == 0 || bit ? seven | 0x80 : seven);
    }
    return sent;
  }
}
