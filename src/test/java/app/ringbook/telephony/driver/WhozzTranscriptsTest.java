package app.ringbook.telephony.driver;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.driver.whozz.WhozzDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of units and of the Ethernet link, as others published them. */
@Tag("S4-06")
class WhozzTranscriptsTest {
  private final DriverBench bench = new DriverBench(new WhozzDriver()).open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "^^<U>nnnnnn<S>nnnnnn$01 I S 0000 G A0 12/17 04:54 PM 770-263-7111   CALLERID.COM  "
            + " |770-263-7111|CALLERID.COM|1",
        "^^<U>nnnnnn<S>nnnnnn$01 I S 0000 G A0 12/17 04:54 PM 770-263-7111                 "
            + " |770-263-7111||1",
        "^^<U>000123<S>004567$03 I S 0000 G A0 03/26 02:47 PM 555-867-5309 JOHN"
            + " DOE|555-867-5309|JOHN DOE|3",
        "^^<U>123456<S>123456$03 I S 0000 G A0 03/14 11:00 PM 222 222 2222   Caller two|222 222"
            + " 2222|Caller two|3",
        "$02 I S 0000 G A2 12/17 04:54 PM 5085551212 SMITH JOHN|5085551212|SMITH JOHN|2",
        "^^<U>000001<S>123456$01 I S 0000 G A1 01/01 12:00 PM (555)-123-4567"
            + " CallerIDTest|(555)-123-4567|CallerIDTest|1",
        "^^<U>000001<S>585858$04 I S 0000 G A0 06/07 08:09 AM 770-263-7111   CallerID.com  "
            + " |770-263-7111|CallerID.com|4",
        "^^<U>000001<S>585858$01 I S 0000 G 00 09/13 01:09 PM 18159868200|18159868200||1",
      })
  void anInboundStartRings(String record, String number, @Nullable String name, int line) {
    bench.receive(record + "\r\n");
    bench.pass(200);
    Call call = bench.heard.began().getFirst();
    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.number()).isEqualTo(number);
    assertThat(call.callerName()).isEqualTo(name);
    assertThat(call.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "^^<U>nnnnnn<S>nnnnnn$01 I S 0000 G A0 12/17 04:54 PM Private                      "
            + " |PRIVATE",
        "^^<U>nnnnnn<S>nnnnnn$01 I S 0000 G A0 12/17 04:54 PM Out-of-Area                  "
            + " |UNAVAILABLE",
        "01 I S 0000 G A0 12/17 04:54 PM P              P|PRIVATE",
        "01 I S 0000 G A0 12/17 04:54 PM O|UNAVAILABLE",
        "01 I S 0000 G A0 12/17 04:54 PM No CallerID|UNAVAILABLE",
        "01 I S 0000 B A0 12/17 04:54 PM No-CID         |UNAVAILABLE",
      })
  void wordsInPlaceOfTheNumber(String record, Presentation why) {
    bench.receive(record + "\r\n");
    bench.pass(200);
    assertThat(bench.heard.began().getFirst().presentation()).isEqualTo(why);
  }

  @Test
  void rawBytesInTheHeadAreNotSearched() {
    bench.receive(
        "^^<U>\u0001\u0002$\u0004\u0005\u0006<S>\u0007$\u0009\u0000\u000b\u000c$"
            + "02 I S 0000 G A2 12/17 04:54 PM 5085551212 SMITH JOHN\r\n");
    bench.pass(200);
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("5085551212");
    assertThat(bench.heard.began().getFirst().line()).isEqualTo(2);
  }

  @Test
  void startDetailsAndEndAreOneCallWithItsTalk() {
    bench.receive("$01 R 12/17 04:54:10 PM\r\n");
    bench.pass(500);
    bench.receive("$01 I S 0000 G A0 12/17 04:54 PM 770-263-7111   CALLERID.COM   \r\n");
    bench.pass(2_000);
    bench.receive("$01 F 12/17 04:54:12 PM\r\n");
    bench.pass(257_000);
    bench.receive("$01 N 12/17 04:58:29 PM\r\n");
    bench.receive("$01 I E 0257 G A1 12/17 04:54 PM 770-263-7111   CALLERID.COM   \r\n");
    bench.pass(3_000);
    assertThat(bench.heard.ended()).hasSize(1);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("770-263-7111");
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.talkMillis()).isEqualTo(257_000);
  }

  @Test
  void anOutboundEndIsACallOut() {
    bench.receive(
        "^^<U>000001<S>585858$02 O S 0000 G A0 03/03 01:09 PM 4429169                  \r\n");
    bench.pass(60_000);
    bench.receive(
        "^^<U>000001<S>585858$02 O E 0060 G 00 03/03 01:09 PM 4429169                  \r\n");
    bench.pass(3_000);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.number()).isEqualTo("4429169");
  }

  @Test
  void aBadChecksumIsUnsure() {
    bench.receive("$01 I S 0000 B A0 12/17 04:54 PM 770-263-7111   CALLERID.COM   \r\n");
    bench.pass(200);
    assertThat(bench.heard.began().getFirst().verified()).isFalse();
  }
}
