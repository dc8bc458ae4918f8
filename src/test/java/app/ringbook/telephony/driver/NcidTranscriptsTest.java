package app.ringbook.telephony.driver;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.driver.ncid.NcidDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers and gateways in the field sent, as others published it. */
@Tag("S4-06")
class NcidTranscriptsTest {
  private final DriverBench bench = new DriverBench(new NcidDriver()).open();

  private void play(String lines) {
    for (String line : lines.split("\n", -1)) {
      bench.receive((line + "\n").getBytes(StandardCharsets.UTF_8));
      bench.pass(20);
    }
  }

  @Test
  void theLogOfATestServerOfOldIsTakenOnce() {
    play(
        """
        200 Server: NCID Test Client

        CIDLOG: *DATE*06022002*TIME*0923*LINE*-*NMBR*4075551212*MESG*NONE*NAME*WIRELESS CALL*
        HUPLOG: *DATE*08012002*TIME*1025*LINE*-*NMBR*OUT-OF-AREA*MESG*NONE*NAME*OUT-OF-AREA*
        OUTLOG: *DATE*08022002*TIME*1305*LINE*-*NMBR*4075551212*MESG*NONE*NAME*NO NAME*
        BLKLOG: *DATE*08042002*TIME*2351*LINE*A*NMBR*PRIVATE*MESG*NONE*NAME*PRIVATE*
        PIDLOG: *DATE*08052002*TIME*1726*LINE*1122*NMBR*3215550890*MESG*NONE*NAME*Jesse James*
        MSGLOG: Previous message
        NOTLOG: PHONE 05b6: SMS from 999999
        300 end of call log
        """);
    bench.pass(3_000);
    List<Call> calls = bench.heard.stored().stream().map(s -> s.call()).toList();
    assertThat(calls)
        .extracting(Call::number)
        .containsExactly("4075551212", null, "4075551212", null, "3215550890");
    assertThat(calls)
        .extracting(Call::outcome)
        .containsExactly(
            CallOutcome.MISSED,
            CallOutcome.REFUSED,
            CallOutcome.DEVICE_LOST,
            CallOutcome.REFUSED,
            CallOutcome.MISSED);
    assertThat(calls.get(2).direction()).isEqualTo(Direction.OUTGOING);
    assertThat(bench.heard.began()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CID: *DATE*01032003*TIME*1254*NMBR*9415557218*MESG*NONE*NAME*SARASOTA,"
            + " FL*|9415557218|SARASOTA, FL",
        "CID: *DATE*01282003*TIME*1509*LINE*B*NMBR*9085555002*MESG*NONE*NAME*Vähälä*|9085555002|Vähälä",
        "CID: *DATE*12012008*TIME*2423*LINE*-*NMBR*2120*MESG*NONE*NAME*four digits*|2120|four"
            + " digits",
        "CID: *DATE*05112003*TIME*1640*NUMBER*01895550142*MESG*NONE*NAME*HARBOUR*"
            + "|01895550142|HARBOUR",
        "CID: *DATE*22102010*TIME*1502*LINE**NMBR*089999999999*MESG*NONE*NAME*NO"
            + " NAME*|089999999999|",
        "CID: *DATE*22102014*TIME*2113*LINE*SIPO*NMBR*072651303*MESG*NONE*NAME*NO NAME*|072651303|",
        "CID: *DATE*06062014*TIME*1222*LINE*620*NMBR***622*MESG*NONE*NAME*iPhone von"
            + " StefanRic*|**622|iPhone von StefanRic",
        "PID: *DATE*08052012*TIME*1726*LINE*1122*NMBR*3215550890*MESG*NONE*NAME*Jesse"
            + " James*|3215550890|Jesse James",
        "WID: *DATE*03032022*TIME*0935*LINE*WC09*NMBR*4185558765*MESG*NONE*FNMBR*418-555-8765*NTYPE*FIX/CELL*CTRY*US*LOCA*California*CARI*NEW"
            + " CINGULAR WIRELESS PCS LLC*NAME*WIRELESS CALLER*|4185558765|WIRELESS CALLER",
      })
  void aLiveCallIsRead(String line, String number, @Nullable String name) {
    play("200 NCID Server:  ARC_ncidd 0.01\n300 end of call log\n" + line);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.began().getFirst().number()).isEqualTo(number);
    assertThat(bench.heard.began().getFirst().callerName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CID: *DATE*MMDDYYYY*TIME*0000*LINE*1234567890*NMBR*Restricted*MESG*NONE*NAME*1234567890123456789012345*|PRIVATE",
        "CID: *DATE*09262009*TIME*1933*LINE*VOIP*NMBR*Restricted*MESG*NONE*NAME*Unavailable*|PRIVATE",
        "CID: *DATE*11052012*TIME*1331*LINE*0123456789*NMBR*Anonym*MESG*NONE*NAME*NO NAME*|PRIVATE",
        "CID: *DATE*11052012*TIME*1331*LINE*-*NMBR*NO-NUMBER*MESG*NONE*NAME*NO NAME*|NONE",
        "CID: *DATE*11052012*TIME*1331*LINE*-*NMBR*NOCALLERID*MESG*NONE*NAME*NO NAME*|UNAVAILABLE",
        "CID: *DATE*11052012*TIME*1331*LINE*-*NMBR*Unbekannt*MESG*NONE*NAME*NO NAME*|UNAVAILABLE",
        "CID: *DATE*11052012*TIME*1331*LINE*-*NMBR*OUT-OF-AREA*MESG*NONE*NAME*OUT-OF-AREA*|UNAVAILABLE",
      })
  void aMissingNumberSaysWhy(String line, Presentation why) {
    play("200 Server: ncidd 0.81\n300 End of startup\n" + line);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.began().getFirst().number()).isNull();
    assertThat(bench.heard.began().getFirst().presentation()).isEqualTo(why);
  }

  @Test
  void aCallWithRingsOnBothSidesOfItsLineIsOne() {
    play(
        """
        200 Server: NCID Test Client
        300 end of call log
        CIDINFO: *LINE*1234*RING*1*TIME*14:54:00*
        CID: *DATE*03122003*TIME*1254*LINE*1234*NMBR*6305551500*MESG*NONE*NAME*ELMHURST, IL*
        CIDINFO: *LINE*1234*RING*2*TIME*14:54:06*

        CIDINFO: *LINE*1234*RING*3*TIME*14:54:12*

        CIDINFO: *LINE*1234*RING*0*TIME*12:54:18*
        """);
    assertThat(bench.heard.began()).hasSize(1);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("6305551500");
    assertThat(call.rings()).isEqualTo(3);
    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
    bench.pass(20_000);
    assertThat(bench.heard.ended()).hasSize(1);
  }

  @Test
  void aGatewaysOutgoingCallHasItsLength() {
    play(
        """
        200 Server: ncidd (NCID) 1.9
        300 End of startup
        OUT: *DATE*03032022*TIME*0935*LINE*WC09*NMBR*4185558765*MESG*NONE*FNMBR*418-555-8765*NTYPE*FIX/CELL*CTRY*US*LOCA*California*CARI*NEW CINGULAR*NAME*WIRELESS CALLER*
        END: *HTYPE*BYE*DATE*03032022*TIME*0935*SCALL*03/03/2022 09:34:59*ECALL*03/03/2022 09:37:38*CTYPE*OUT*LINE*WC09*NMBR*4185558765*FNMBR*418-555-8765*NTYPE*FIX/CELL*NAME*WIRELESS CALLER*
        """);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.talkMillis()).isBetween(150_000L, 159_000L);
  }

  @Test
  void aCancelledInternalCallIsMissed() {
    play(
        """
        200 Server: ncidd (NCID) 0.88
        300 End of startup
        CID: *DATE*06062014*TIME*1222*LINE*620*NMBR***622*MESG*NONE*NAME*iPhone von StefanRic*
        END: *HTYPE*CANCEL*DATE*06062014*TIME*1222*SCALL*06/06/2014 12:22:35*ECALL*06/06/2014 12:22:41*CTYPE*IN*LINE*620*NMBR***622*NAME*iPhone von StefanRic*
        """);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void aTimeWithAColonIsATime() {
    play(
        """
        200 Server: ncidd 0.81
        CIDLOG: *DATE*11212026*TIME*09:30*LINE*-*NMBR*01895550142*MESG*NONE*NAME*HARBOUR*
        300 End of startup
        """);
    bench.pass(1_000);
    assertThat(bench.heard.stored().getFirst().timeCertain()).isTrue();
  }

  @Test
  void theSentencesOfServersAreNoCalls() {
    play(
        """
        200 Server: NCID Test Client
        300 end of call log
        MSG: Too many clients connected: 25
        MSG: check out http://ncid.sourceforge.net
        NOT: PHONE 05b6: SMS from smsbot@example.com
        NOT: PHONE 05b6: BATTERY NOT charging, remaining charge: 98%
        MSG: 1234567890123456789012345678901234567890123456789012345678901234
        MSG: Caller ID Logfile too big: (95000 > 90000) bytes *DATE*05112012*TIME*1852*NAME*x*LINE*-*NMBR*-*MTYPE*SYS*
        OPT: hangup-1
        +OK
        CIDINFO: *LINE*UNKNOWN*RING*-1*TIME*12:60:00*
        """);
    bench.pass(20_000);
    assertThat(bench.heard.began()).isEmpty();
    assertThat(bench.heard.ended()).isEmpty();
  }
}
