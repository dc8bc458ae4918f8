package app.ringbook.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every fault a script can ask of the cable. */
class FaultyWireTest {
  private static final byte[] FRAME = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  private final FaultyWire wire = new FaultyWire();
  private final List<byte[]> pieces = new ArrayList<>();

  @BeforeEach
  void plugIn() {
    wire.connect(pieces::add);
  }

  @Test
  void aGoodWireChangesNothing() {
    wire.write(FRAME);
    assertThat(pieces).containsExactly(FRAME);
  }

  @Test
  void piecesHaveTheSizeAskedFor() {
    wire.chunk(4, 4);
    wire.write(FRAME);
    assertThat(pieces).extracting(p -> p.length).containsExactly(4, 4, 2);
    assertThat(all()).isEqualTo(FRAME);
  }

  @Test
  void piecesOfSeveralSizesStayInOrder() {
    wire.chunk(1, 7);
    for (int i = 0; i < 50; i++) {
      wire.write(FRAME);
    }
    assertThat(pieces).extracting(p -> p.length).contains(1, 2, 3, 4, 5, 6, 7).doesNotContain(8);
    assertThat(all()).hasSize(50 * FRAME.length).endsWith(FRAME);
  }

  @Test
  void soManyFramesAreDropped() {
    wire.drop(2);
    wire.write(FRAME);
    wire.write(FRAME);
    wire.write(new byte[] {42});
    assertThat(all()).containsExactly(42);
  }

  @Test
  void oneBitOfAFrameIsTurned() {
    wire.flip(1);
    wire.write(FRAME);
    wire.write(FRAME);
    int turned = 0;
    for (int i = 0; i < FRAME.length; i++) {
      turned += Integer.bitCount((pieces.getFirst()[i] ^ FRAME[i]) & 0xFF);
    }
    assertThat(turned).isEqualTo(1);
    assertThat(pieces.getLast()).isEqualTo(FRAME);
  }

  @Test
  void garbageComesInBetween() {
    wire.garbage(40);
    wire.write(FRAME);
    assertThat(all()).hasSize(50).endsWith(FRAME);
  }

  @Test
  void whatIsDelayedComesLaterAndInOrder() {
    wire.step(0);
    wire.delay(200);
    wire.write(FRAME);
    wire.delay(0);
    wire.write(new byte[] {42});
    wire.step(199_000_000);
    assertThat(pieces).isEmpty();
    wire.step(200_000_000);
    assertThat(all()).hasSize(11).startsWith(FRAME).endsWith(42);
  }

  @Test
  void aStallHoldsEverythingBackForItsTime() {
    wire.step(0);
    wire.stall(3000);
    wire.write(FRAME);
    wire.step(2_999_000_000L);
    assertThat(pieces).isEmpty();
    assertThat(wire.stalled()).isTrue();
    wire.step(3_000_000_000L);
    assertThat(all()).isEqualTo(FRAME);
  }

  @Test
  void thePlugIsPulledAtTheByteAskedFor() {
    wire.cutAfter(13);
    wire.write(FRAME);
    assertThat(wire.cut()).isFalse();
    wire.write(FRAME);
    wire.write(FRAME);
    assertThat(wire.cut()).isTrue();
    assertThat(all()).hasSize(13).endsWith(1, 2, 3);
  }

  @Test
  void pluggedInAgainItIsWhole() {
    wire.cutAfter(0);
    wire.write(FRAME);
    wire.disconnect();
    wire.connect(pieces::add);
    pieces.clear();
    wire.write(FRAME);
    assertThat(pieces).containsExactly(FRAME);
  }

  private byte[] all() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pieces.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
