package app.ringbook.telephony.driver.voicemodem;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.driver.voicemodem.VoiceFormat.Coding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a modem can send and listen to, from its lists: names count, numbers do not. */
class VoiceFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1,\"UNSIGNED PCM\",8,0,(7200,8000),(0),(0)       | UNSIGNED8",
        "128,\"8-BIT LINEAR\",8,0,(7200,8000),(0),(0)     | UNSIGNED8",
        "128,\"8-BIT LINEAR\",(7200,8000,11025)           | UNSIGNED8",
        "129,\"16-BIT LINEAR\",16,0,(7200,8000,11025)     | LINEAR16",
        "133,\"LINEAR 16\",16,0,(7200,8000),(0),(0)       | LINEAR16",
        "130,\"8-bit u-law\",8,0,(7200,8000,11025),0,0    | ULAW",
        "131,\"8-bit A-law\",8,0,(7200,8000,11025),0,0    | ALAW",
        "131,\"ULAW\",8,0,(7200,8000),(0),(0)             | ULAW",
        "4, \"MU-LAW\", 8, 0, 8000, 0, 0                  | ULAW",
        "4,\"\u00B5-LAW\",8,0,8000,0,0                    | ULAW",
        "132,\"ALAW\",8,0,(8000),(0),(0)                  | ALAW",
        "0,\"SIGNED PCM\",8,0,8000,0,0                    | SIGNED8",
        "0,\"SIGNED PCM\",16,0,8000,0,0                   | LINEAR16",
        "4,,8,0,8000                                      | ULAW",
        "5,\"\",8,0,8000                                  | ALAW",
        "+VSM: 5,\"ALAW\",8,0,8000                        | ALAW",
        "81;PCM;8;0;(7200-11025)                          | UNSIGNED8",
        "129,\"IMA ADPCM\",4,0,8000,0,0                   | -",
        "2;ADPCM;2;0;(9600)                               | -",
        "1;CELP;1;0;(9600)                                | -",
        "3,\"G.729A\",1,0,8000                            | -",
        "131,\"G.726 32K\",4,0,8000                       | -",
        "132,\"ALAW\",8,0,(7200),(0),(0)                  | -",
        "1,\"UNSIGNED PCM\",8,0,(9600-11025)              | -",
        "OK                                               | -",
        "(                                                | -",
        "9999999999,\"ALAW\"                              | -",
      })
  void aLineOfTheListIsReadByItsName(String line, @Nullable Coding coding) {
    List<VoiceFormat> formats = VoiceFormat.read(List.of(line));
    if (coding == null) {
      assertThat(formats).isEmpty();
    } else {
      assertThat(formats).extracting(VoiceFormat::coding).containsExactly(coding);
    }
  }

  @Test
  void theOneThatLosesLeastIsChosen() {
    assertThat(best(SimulatedModem.USR5637)).isEqualTo(132);
    assertThat(best(SimulatedModem.SI24XX)).isEqualTo(4);
    assertThat(best(SimulatedModem.CX930XX)).isEqualTo(1);
    assertThat(best(SimulatedModem.ZOOM)).isEqualTo(1);
    assertThat(VoiceFormat.best(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,\"LT\",0A0001000,0E601800,1A803840   | 3",
        "3, \"LT\", 0A0001000, 0E601800         | 3",
        "3,\"\",0,0,0                           | 3",
        "23,\"LT\",0,0,0                        | 23",
        "(0,1,2,3,4,5,6,7)                      | 3",
        "(0-7,16)                               | 3",
        "+VLS: (0-3)                            | 3",
        "0,1,2,3                                | 3",
        "1,\"T\",0,0,0                          | -1",
        "3,\"M1\",0,0,0                         | -1",
        "(0,1,4)                                | -1",
        "(0-2,4-7)                              | -1",
        "13,\"HT\",0,0,0                        | -1",
        "OK                                     | -1",
      })
  void listeningToTheHandsetIsFoundInTheListOfSources(String line, int id) {
    assertThat(LineSources.listening(List.of(line)).orElse(-1)).isEqualTo(id);
  }

  private static int best(SimulatedModem modem) {
    return VoiceFormat.best(VoiceFormat.read(modem.formats())).orElseThrow().id();
  }
}
