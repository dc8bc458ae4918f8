package app.ringbook.telephony.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which modems write who calls; a bar stands for the end of a line. */
class CallerIdLinesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "DATE = 0412|TIME = 0905|NMBR = 4165550123|NAME = HARBOUR DAVID; 4165550123; HARBOUR DAVID",
        "DATE=0412|TIME=0905|NMBR=4165550123|NAME=HARBOUR DAVID; 4165550123; HARBOUR DAVID",
        "DATE =0412|TIME =0905|NAME =HARBOUR D|NMBR =4165550123; 4165550123; HARBOUR D",
        "DATE= 0412|NMBR= 4165550123; 4165550123;",
        "DATE = 260412|TIME = 1351|NMBR = 5075550123; 5075550123;",
        "DATE =|TIME = 24:15|NMBR = 5075550123; 5075550123;",
        "TIME = 2460|DATE = 9999|NMBR = 5075550123; 5075550123;",
        "TIME=14521|NMBR=5075550123; 5075550123;",
        "NAME=ARCHER LEE       NMBR=5075550123; 5075550123; ARCHER LEE",
        "DATE=0224 TIME=1100 NAME=ONMBR=5075550199; 5075550199;",
        "NMBR = 5075550123|NMBR = O; 5075550123;",
        "NMBR = O|NMBR = 5075550123; 5075550123;",
        "NMBR = 5075550123|NMBR = P|NAME = P; 5075550123;",
        "NAME = O|DDN_NMBR= 9365550100; 9365550100;",
        "NMBR = 5550100|DDN_NMBR = 9365550100; 5550100;",
        "DDN = 9365550100; 9365550100;",
        "NDID = 9365550100; 9365550100;",
        "NBR=9365550100; 9365550100;",
        "CALLER NUMBER: 9365550100|CALLER NAME: LI MING; 9365550100; LI MING",
        "CALLER'S NUMBER: 9365550100; 9365550100;",
        "FM:0765550100 TO:8675501; 0765550100;",
        "CallerID: 4955550100; 4955550100;",
        "MESG = 030735353530313233; 5550123;",
        "MESG = 110101|MESG = 030735353530313233|NAME = A B; 5550123; A B",
        "MESG = 030735353530313233|NMBR = 2505550123; 2505550123;",
        "NMBR = +86 138 1234 5678; +86 138 1234 5678;",
        "NMBR: 5075550123|NAME: KLEE BRIAN; 5075550123; KLEE BRIAN",
        "CIDM|DATE=0101|TIME=0110|NMBR=104|NAME=JANSEN KATE; 104; JANSEN KATE",
        "noise\u0001\u0007NMBR = 5075550123; 5075550123;",
      })
  void aNumberIsFoundHoweverItIsWritten(String lines, String number, @Nullable String name) {
    CallerInfo info = read(lines);
    assertThat(info.number()).isEqualTo(number);
    assertThat(info.presentation()).isEqualTo(Presentation.NUMBER);
    assertThat(info.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NMBR = P; PRIVATE",
        "NMBR=PRIVATE; PRIVATE",
        "NMBR = Restricted; PRIVATE",
        "NMBR = ANONYMOUS; PRIVATE",
        "NMBR = Private Caller; PRIVATE",
        "NMBR = Withheld number; PRIVATE",
        "NMBR = O; UNAVAILABLE",
        "NMBR = Out-of-Area; UNAVAILABLE",
        "NMBR = Unavailable; UNAVAILABLE",
        "NMBR = Coin phone; UNAVAILABLE",
        "NAME = P; PRIVATE",
        "MESG = 040150; PRIVATE",
        "MESG = 04014F; UNAVAILABLE",
        "REASON FOR NO CALLER NUMBER: OUT OF AREA; UNAVAILABLE",
        "REASON FOR NO CALLER NUMBER: PRIVATE; PRIVATE",
        "+CLIP: \"\",128,\"\",,\"\",1; PRIVATE",
        "+CLIP: \"\",128,\"\",,\"\",2; UNAVAILABLE",
      })
  void aMissingNumberSaysWhy(String lines, Presentation why) {
    CallerInfo info = read(lines);
    assertThat(info.number()).isNull();
    assertThat(info.presentation()).isEqualTo(why);
  }

  @Test
  void aMobileTerminalTellsNumberAndName() {
    CallerInfo info = read("+CLIP: \"+8613812345678\",145,\"\",,\"Li Ming\",0");
    assertThat(info.number()).isEqualTo("+8613812345678");
    assertThat(info.name()).isEqualTo("Li Ming");
  }

  @ParameterizedTest
  @ValueSource(strings = {"李明", "José Muñoz", "Jürgen Groß"})
  void namesOfEightBitsAreReadInWhateverEncodingTheyCome(String name) {
    CallerIdRecord record = new CallerIdRecord();
    byte[] bytes = ("NAME = " + name).getBytes(StandardCharsets.UTF_8);
    CallerIdLines.read("NMBR = 5075550123", record);
    CallerIdLines.read(new String(bytes, StandardCharsets.ISO_8859_1), record);
    assertThat(record.news()).isNotNull().extracting(CallerInfo::name).isEqualTo(name);
    assertThat(read("NMBR = 1234|NAME = Jos\u00E9 M").name()).isEqualTo("José M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RING",
        "RING A",
        "RING B",
        "RING 1",
        "RING 3",
        "RING5",
        "RINGRING",
        "RING RING",
        "RING;08955550100;08755",
        "RING DATE=0224 NAME=X"
      })
  void ringsAreRings(String line) {
    assertThat(CallerIdLines.read(line, new CallerIdRecord())).isEqualTo(CallerIdLines.Kind.RING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RINGING", "RINGBACK", "OK", "5601", "ERROR", "NO CARRIER", "AT+VCID=1"})
  void othersAreNot(String line) {
    CallerIdRecord record = new CallerIdRecord();
    assertThat(CallerIdLines.read(line, record)).isEqualTo(CallerIdLines.Kind.OTHER);
    assertThat(record.news()).isNull();
  }

  @Test
  void aNumberBehindRingIsTaken() {
    CallerIdRecord record = new CallerIdRecord();
    CallerIdLines.behindRing("RING;08955550100;08755", record);
    assertThat(record.news()).isNotNull().extracting(CallerInfo::number).isEqualTo("08955550100");
  }

  @Test
  void aMessageCutShortIsNoSureNumber() {
    CallerInfo info = read("MESG = 03083535353031323");
    assertThat(info.number()).isEqualTo("555012");
    assertThat(info.verified()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MESG = ", "MESG = 0", "MESG = 03", "MESG = 03FF", "MESG = xyz", "NMBR ="})
  void nonsenseIsNothing(String line) {
    assertThat(read(line)).isEqualTo(CallerInfo.NOTHING);
  }

  @Test
  void dumpsOfBothKindsAreRead() {
    String fsk = "041230353131313835323430373535353030303059";
    assertThat(CallerIdHex.dump(fsk)).get().extracting(CallerInfo::number).isEqualTo("4075550000");
    String dtmf = "4431333831323334353637383943";
    assertThat(CallerIdHex.dump(dtmf))
        .get()
        .extracting(CallerInfo::number)
        .isEqualTo("13812345678 9".replace(" ", ""));
    assertThat(CallerIdHex.dump("13812345678")).isEmpty();
    assertThat(CallerIdHex.dump("443139323031")).isEmpty();
    assertThat(CallerIdHex.dump("5601")).isEmpty();
  }

  @Test
  void anyLineIsSurvived() {
    Random random = new Random(53);
    String[] pieces = {
      "NMBR", "=", " ", "MESG", "NAME", "03", "+CLIP:", "RING", ";", "FM:", "TO:", "\u00FF", "P"
    };
    CallerIdRecord record = new CallerIdRecord();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      CallerIdLines.read(line.toString(), record);
      CallerIdLines.behindRing(line.toString(), record);
      CallerIdHex.dump(line.toString());
      record.news();
    }
    assertThat(record.tells()).isTrue();
  }

  private static CallerInfo read(String lines) {
    CallerIdRecord record = new CallerIdRecord();
    for (String line : lines.replace('|', '\n').lines().toList()) {
      CallerIdLines.read(line.strip(), record);
    }
    CallerInfo info = record.news();
    return info == null ? CallerInfo.NOTHING : info;
  }
}
