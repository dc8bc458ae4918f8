package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.recorder.SampleOrder.Step;
import org.junit.jupiter.api.Test;

class SampleOrderTest {
  private final SampleOrder order = new SampleOrder();

  @Test
  void piecesInOrderAreAppended() {
    assertThat(order.sound(0, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.sound(160, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).isEmpty();
  }

  @Test
  void whatIsMissingBecomesSilence() {
    order.sound(0, 160);
    assertThat(order.sound(480, 160)).isEqualTo(new Step(320, 0));
    assertThat(order.gaps()).containsExactly(new Gap(160, 320, Gap.Kind.SILENCE));
    assertThat(order.lostFrames()).isEqualTo(320);
  }

  @Test
  void aMissingStartIsSilenceToo() {
    assertThat(order.sound(160, 160)).isEqualTo(new Step(160, 0));
  }

  @Test
  void aGapToldTwiceCountsOnce() {
    order.sound(0, 160);
    assertThat(order.missing(160, 320)).isEqualTo(320);
    assertThat(order.missing(160, 320)).isZero();
    assertThat(order.sound(480, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.lostFrames()).isEqualTo(320);
  }

  @Test
  void aSeamIsNotedWithoutALoss() {
    order.sound(0, 160);
    assertThat(order.missing(160, 0)).isZero();
    assertThat(order.sound(160, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).containsExactly(new Gap(160, 0, Gap.Kind.CUT));
    assertThat(order.lostFrames()).isZero();
  }

  @Test
  void gapsThatTouchAreOne() {
    order.sound(0, 160);
    order.missing(160, 160);
    order.missing(320, 160);
    assertThat(order.gaps()).containsExactly(new Gap(160, 320, Gap.Kind.SILENCE));
  }

  @Test
  void whatComesTwiceIsDropped() {
    order.sound(0, 160);
    assertThat(order.sound(100, 160)).isEqualTo(new Step(0, 60));
    assertThat(order.sound(0, 160)).isEqualTo(new Step(0, 160));
    assertThat(order.sound(260, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).isEmpty();
  }

  @Test
  void moreThanTenSecondsMissingStartsANewSegmentWithoutSilence() {
    order.sound(0, 160);
    assertThat(order.sound(160 + 80_000, 160)).isEqualTo(new Step(80_000, 0));
    assertThat(order.sound(80_320 + 80_001, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).contains(new Gap(80_320, 80_001, Gap.Kind.CUT));
    assertThat(order.lostFrames()).isEqualTo(160_001);
  }

  @Test
  void aJumpBackByMoreThanASecondStartsANewSegment() {
    order.sound(0, 160);
    order.sound(160, 9000);
    assertThat(order.sound(1000, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.sound(1160, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).containsExactly(new Gap(9160, 0, Gap.Kind.CUT));
  }

  @Test
  void aKitThatCountsFromElsewhereLosesNothing() {
    assertThat(order.sound(1_000_000, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.lostFrames()).isZero();
  }

  @Test
  void aPauseIsNotedAndNotLost() {
    order.sound(0, 160);
    assertThat(order.paused(160, 160)).isZero();
    assertThat(order.paused(320, 160)).isZero();
    assertThat(order.sound(480, 160)).isEqualTo(new Step(0, 0));
    assertThat(order.gaps()).containsExactly(new Gap(160, 320, Gap.Kind.PAUSED));
    assertThat(order.lostFrames()).isZero();
  }

  @Test
  void gapsSurviveAsText() {
    order.sound(0, 160);
    order.sound(480, 160);
    order.paused(640, 160);
    String text = Gap.write(order.gaps());
    assertThat(text).isEqualTo("s160+320 p640+160");
    assertThat(Gap.read(text)).isEqualTo(order.gaps());
    assertThat(Gap.read("x1+2 s12 c9+1")).containsExactly(new Gap(9, 1, Gap.Kind.CUT));
  }
}
