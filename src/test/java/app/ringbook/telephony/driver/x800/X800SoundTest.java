package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.CallEvent;
import org.junit.jupiter.api.Test;

/** The rules of sound: order, gaps, seams. */
class X800SoundTest {
  private final X800Bench kit = new X800Bench();

  @Test
  void soundOutOfOrderIsPutInOrder() {
    kit.talking();
    kit.audio(0, 160);
    kit.audio(160, 160);
    kit.audio(160, 160);
    kit.audio(240, 160);
    kit.audio(800, 160);
    assertThat(kit.bench.heard.sound()).hasSize(960);
    assertThat(kit.bench.heard.lostSamples()).isEqualTo(400);
    assertThat(kit.bench.heard.log()).contains("gap 400 400");
  }

  @Test
  void aGapTheKitReportsIsToldOnce() {
    kit.talking();
    kit.audio(0, 160);
    kit.plain(X800Type.AUDIO_GAP, new X800Payload().u32(X800Bench.CALL).u32(160).u32(320));
    kit.audio(480, 160);
    assertThat(kit.bench.heard.lostSamples()).isEqualTo(320);
    assertThat(kit.bench.heard.gaps()).isEqualTo(1);
    assertThat(kit.bench.heard.sound()).hasSize(640);
  }

  @Test
  void aJumpBeyondTenSecondsOrFarBackIsASeam() {
    kit.talking();
    kit.audio(0, 160);
    kit.audio(160 + 80_001, 160);
    kit.audio(160, 160);
    assertThat(kit.bench.heard.log()).contains("gap 160 0", "gap 320 0");
    assertThat(kit.bench.heard.lostSamples()).isZero();
    assertThat(kit.bench.heard.sound()).hasSize(480);
  }

  @Test
  void soundOfNoLengthAndOfNonsenseIsPassedOver() {
    kit.talking();
    kit.audio(0, 0);
    kit.plain(
        X800Type.AUDIO, new X800Payload().u32(X800Bench.CALL).u32(0).u8(9).u8(7).u16(4).u32(0));
    kit.plain(X800Type.AUDIO, new X800Payload().u32(X800Bench.CALL));
    kit.audio(0, 160);
    assertThat(kit.bench.heard.sound()).hasSize(160);
  }

  @Test
  void digitsInASoundGapAreTold() {
    kit.talking();
    kit.audio(0, 160);
    kit.control(X800Type.DTMF, new X800Payload().u32(X800Bench.CALL).u8('5').u8(2).u16(75));
    kit.audio(480, 160);
    assertThat(kit.bench.events(CallEvent.Digit.class)).hasSize(1);
    assertThat(kit.bench.heard.lostSamples()).isEqualTo(320);
  }
}
