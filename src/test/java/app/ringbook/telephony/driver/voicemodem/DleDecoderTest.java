package app.ringbook.telephony.driver.voicemodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sound is shielded and comes back the same; codes among it are events, wherever a read ends. */
class DleDecoderTest {
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complex = new ByteArrayOutputStream();
  private final StringBuilder events = new StringBuilder();
  private final DleDecoder decoder =
      new DleDecoder(
          new DleDecoder.Sink() {
            @Override
            public void plain(byte value) {
              sound.write(value);
            }

            @Override
            public void event(char code) {
              events.append(code);
            }

            @Override
            public void complex(byte value) {
              complex.write(value);
            }

            @Override
            public void complexEnd() {
              events.append("<").append(complex).append(">");
              complex.reset();
            }

            @Override
            public void streamEnd() {
              events.append("|");
            }
          });

  @Test
  void escapesInTheSoundComeBackInRunsOfAnyLength() {
    Random random = new Random(10);
    byte[] said = new byte[50_000];
    for (int i = 0; i < said.length; i++) {
      said[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0x10);
    }
    feed(Dle.shield(said));
    assertThat(sound.toByteArray()).isEqualTo(said);
    assertThat(events).isEmpty();
  }

  @Test
  void bothFormsOfAPairAreTwoSamples() {
    feed(1, 0x10, 0x10, 0x10, 0x10, 2, 0x10, 0x1A, 3);
    assertThat(sound.toByteArray()).containsExactly(1, 0x10, 0x10, 2, 0x10, 0x10, 3);
  }

  @Test
  void everySimpleEventIsToldAndCostsNoSound() {
    String codes = "0123456789*#ABCD/~RrhpHPbKdiaefcmsqlLouJwvVYtTQSE$";
    codes.chars().forEach(code -> feed(7, 0x10, code));
    assertThat(events).hasToString(codes);
    assertThat(sound.size()).isEqualTo(codes.length());
    assertThat(decoder.unknown()).isZero();
  }

  @Test
  void anUnknownCodeIsSkippedAndCounted() {
    feed(1, 0x10, 0x7F, 2, 0x10, 0xEE, 3, 0x10, '.');
    assertThat(sound.toByteArray()).containsExactly(1, 2, 3);
    assertThat(decoder.unknown()).isEqualTo(3);
  }

  @Test
  void aComplexEventIsKeptApartFromTheSound() {
    feed(1, 0x10, 'X', 'N', 'M', 'B', 'R', '=', '5', 0x10, '.', 2, 0x10, 3);
    assertThat(events).hasToString("<NMBR=5>|");
    assertThat(sound.toByteArray()).containsExactly(1, 2);
  }

  @Test
  void aComplexEventWithoutEndGivesUpAndSoundGoesOn() {
    feed(0x10, 'X');
    byte[] said = new byte[2_000];
    Arrays.fill(said, (byte) 5);
    feed(said);
    assertThat(sound.size()).isGreaterThan(1_000);
    assertThat(decoder.within()).isFalse();
  }

  @Test
  void nothingChangesWhereverAReadEnds() {
    int[] stream = {
      9, 0x10, 'H', 0x10, 0x1A, 0x10, 'X', 'A', 0x10, '.', 0x10, 0x10, 0x10, 'h', 0x10, 3
    };
    feed(stream);
    byte[] wanted = sound.toByteArray();
    String wantedEvents = events.toString();
    for (int cut = 0; cut <= stream.length; cut++) {
      sound.reset();
      events.setLength(0);
      feed(Arrays.copyOf(stream, cut));
      feed(Arrays.copyOfRange(stream, cut, stream.length));
      assertThat(sound.toByteArray()).as("cut at %d", cut).isEqualTo(wanted);
      assertThat(events).as("cut at %d", cut).hasToString(wantedEvents);
    }
  }

  private void feed(int... bytes) {
    for (int b : bytes) {
      decoder.take((byte) b);
    }
  }

  private void feed(byte[] bytes) {
    for (byte b : bytes) {
      decoder.take(b);
    }
  }
}
