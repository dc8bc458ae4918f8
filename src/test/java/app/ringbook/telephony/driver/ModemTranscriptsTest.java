package app.ringbook.telephony.driver;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.driver.voicemodem.VoiceModemDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What modems in the field sent, as others published it, played line by line. */
@Tag("S4-06")
class ModemTranscriptsTest {
  private final DriverBench bench = new DriverBench(new VoiceModemDriver());

  /** A modem that answers OK to everything. */
  @BeforeEach
  void open() {
    bench.open();
    for (int i = 0; i < 40; i++) {
      bench.receive("\r\nOK\r\n");
      bench.pass(100);
    }
    bench.pass(1_000);
  }

  /** Each line with CR LF, then silence until the call is over; {@code ~} is a pause. */
  private List<Call> played(String transcript) {
    for (String line : transcript.split("/", -1)) {
      if (line.strip().equals("~")) {
        bench.pass(4_000);
      } else {
        bench.receive((line.strip() + "\r\n").getBytes(StandardCharsets.UTF_8));
        bench.pass(50);
      }
    }
    bench.pass(12_000);
    return bench.heard.ended();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RING / RING / DATE = 0103 / TIME = 1254 / NAME = SARASOTA,FL / NMBR ="
            + " 9415557218|9415557218|SARASOTA,FL",
        "RING / DATE = 0128 / TIME = 1509 / NAME = Vähälä / NMBR = 9085555002 /|9085555002|Vähälä",
        "DATE = 0319 / TIME = 1229 / NAME = TIME WARNER COM / NMBR = 4075552120 /|4075552120|TIME"
            + " WARNER COM",
        "RING / DATE = 0312 / TIME = 12541 / NMBR = 6305551500 / NAME = ELMHURST, IL / ~ / RING / ~"
            + " / RING|6305551500|ELMHURST, IL",
        "DATE = 1201 / TIME = 2423 / NMBR = 2120 / NAME = four digits|2120|four digits",
        "RING / / DATE=0215 / TIME=2324 / NAME=P BERGMAN / MESG=030735353531323334 / 00 / MESG=0000"
            + " / MESG=00 / ~ / RING / ~ / RING|5551234|P BERGMAN",
        "RING / DATE = 990305 / TIME = 1351 / NMBR = 5071234567 / NAME = KLIER BRIAN J / / /"
            + " RING|5071234567|KLIER BRIAN J",
        "RING / DATE=0119 / TIME=2215 / NAME=ARCHER L       NMBR=5071234567 / /"
            + " RING|5071234567|ARCHER L",
        "RING RING DATE=0224 NAME=ONMBR=5072884388|5072884388|",
        "RING / DATE = 0910 / TIME = 0137 / NAME = O / DDN_NMBR= 9932562|9932562|",
        "RING / / DATE = 1124 / TIME = 1806 / NAME = O / DDN_NMBR= 9196278340 / / ~ / RING / / ~ /"
            + " RING|9196278340|",
        "RING / FM:0765628311 TO:8673322|0765628311|",
        "RING / TIME: 09-15 17:00 / CALLER NAME: SCHMOE JOE / CALLER NUMBER:"
            + " 3015551212|3015551212|SCHMOE JOE",
        "RING / NAME=FIA CARD SERVIC / DATE=0102 / TIME=1548 / NMBR=8005551234|8005551234|FIA CARD"
            + " SERVIC",
        "RING / DATE = 1015 / TIME = 2038 / NMBR = 8475550001 / NAME = U.S.ROBOTICS /"
            + " RING|8475550001|U.S.ROBOTICS",
        "RING / 801E01083130313532303338020A37303835353530303031070C552E532E524F424F5449435322 /"
            + " RING|7085550001|U.S.ROBOTICS",
        "RING / 801E01083130313532303338020A37303835353530303031070C552E532E / 524F424F5449435322 /"
            + " RING|7085550001|U.S.ROBOTICS",
        "RING / 0412303332323234303539313435353132333435 / RING / RING|9145512345|",
        "RING;08912345;08765|08912345|",
        "RING / NBR=0388776655|0388776655|",
        "RING / +CLIP: \"8613812345678\",145,\"\",,\"Smith, John\",0|+8613812345678|Smith, John",
        "RING / +CLIP: \"+917041196959\",145,\"\",,\"\",0|+917041196959|",
        "RING / +CLIP: \"517083663\",129,,,\"\",0 / RING / +CLIP:"
            + " \"517083663\",129,,,\"\",0|517083663|",
        "RING / CallerID: 4951234567|4951234567|",
        "RING / CALLER'S NUMBER: 5551234567|5551234567|",
        "RING / 0891234567|0891234567|",
        "CIDM / DATE=0101 / TIME=0110 / NMBR=102 / NAME=JONES JENNIFER / RING|102|JONES JENNIFER",
        "DROF=40 / DRON=10 / RING / DATE = 0314 / TIME = 0915 / NMBR = 2125550100 / NAME = SMITH"
            + " JOHN / DROF=38 / DRON=20 / RING|2125550100|SMITH JOHN",
        "RING / DATE = 0314 / TIME = 0915 / NMBR = 2125550100 / NAME = SMITH JOHN / MESG = 060151 /"
            + " ~ / RING|2125550100|SMITH JOHN",
        "RING / DATE 0511 / TIME 1640 / NMBR 01895550142 / NAME HARBOUR CAFE / ~ /"
            + " RING|01895550142|HARBOUR CAFE",
        "ring / date = 0511 / nmbr = 01895550142 / name = harbour cafe / ~ /"
            + " ring|01895550142|harbour cafe",
        "RING / NUMBER = 01895550142 / ~ / RING|01895550142|",
        "RING / Phone: +44 (1895) 550-142 / ~ / RING|+44 (1895) 550-142|",
        "D01895550142C / RING / ~ / RING|01895550142|",
        "A01895550142# / RING / ~ / RING|01895550142|",
        "RING / NMBR = 01895550142 / NAME = LORD OF THE RING / ~ /"
            + " RING|01895550142|LORD OF THE RING",
      })
  void aNumberIsRead(String transcript, String number, @Nullable String name) {
    List<Call> calls = played(transcript);
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().number()).isEqualTo(number);
    assertThat(calls.getFirst().callerName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MESG = 110101 / DATE = 0421 / TIME = 0934 / NMBR = P / NAME = WITHHELD / RING / ~ / RING /"
            + " ~ / RING|PRIVATE",
        "RING / DATE = 0926 / TIME = 1933 / NMBR = Restricted / NAME = Unavailable|PRIVATE",
        "RING / REASON FOR NO CALLER NUMBER: UNAVAILABLE / REASON FOR NO CALLER NAME:"
            + " UNAVAILABLE|UNAVAILABLE",
        "RING / DATE = 0314 / TIME = 0915 / NMBR = O / NAME = O|UNAVAILABLE",
        "RING / DATE = 0314 / TIME = 0915 / NMBR = P / NAME = P|PRIVATE",
        "RING / DATE = 0314 / TIME = 0915 / NMBR = 0 / RING|UNAVAILABLE",
        "RING / DATE = 0314 / TIME = 0915 / NMBR = 0000000000 / NAME = O / RING|UNAVAILABLE",
        "RING / MESG = 06034242431 / ~ / RING / ~ / RING|NONE",
        "RING / ~ / RING|NONE",
        "+CRING: VOICE / ~ / +CRING: VOICE|NONE",
        "~{#RING|NONE",
        "RING / NMBR P / ~ / RING|PRIVATE",
        "RING / NMBR = Number Withheld / NAME = Number Withheld|PRIVATE",
        "RING / NMBR = Not Available / NAME = Unknown Name|UNAVAILABLE",
      })
  void aMissingNumberIsOneCallAndSaysWhy(String transcript, Presentation why) {
    List<Call> calls = played(transcript);
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().number()).isNull();
    assertThat(calls.getFirst().presentation()).isEqualTo(why);
    assertThat(calls.getFirst().callerName()).isNull();
  }
}
