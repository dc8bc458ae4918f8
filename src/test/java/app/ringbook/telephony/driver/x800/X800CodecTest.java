package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames of the profile, its published vectors, and every kind of damage. */
class X800CodecTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String HELLO =
      "a55a0101010000000c0000000000633b010100008877665544332211cf5a";
  private static final String RING = "a55a011101010800070048ee00006a082a00000001014100fd";
  private static final String CALLER_ID =
      "a55a011201010900130024f4000024b92a000000020d44313338313233343536373843126d";
  private static final String AUDIO =
      "a55a012300010a00100070110100c0302a000000a000000002010400a55ad5558e7c";

  private final List<X800Frame> frames = new ArrayList<>();
  private final X800Codec codec = new X800Codec(frames::add);

  @Test
  void theChecksumIsTheOneOfTheProfile() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(X800Codec.crc(check, 0, check.length)).isEqualTo(0x29B1);
  }

  @Test
  void thePublishedVectorsAreReadAndWrittenAlike() {
    List<String> vectors =
        List.of(
            HELLO,
            "a55a0103000001000200000000" + "00e533080007d1",
            "a55a0105000007000c0060ea00005bfc01000000000000000000000002eb",
            RING,
            CALLER_ID,
            AUDIO);
    for (String vector : vectors) {
      feed(HEX.parseHex(vector));
    }
    assertThat(frames).hasSize(vectors.size());
    assertThat(codec.skipped()).isZero();
    for (int i = 0; i < vectors.size(); i++) {
      assertThat(HEX.formatHex(X800Codec.encode(frames.get(i)))).isEqualTo(vectors.get(i));
    }
  }

  @Test
  void theFieldsOfAVectorAreTheOnesItNames() {
    feed(HEX.parseHex(RING));
    X800Frame ring = frames.getFirst();
    assertThat(ring.type()).isEqualTo(X800Type.RING);
    assertThat(ring.line()).isEqualTo(1);
    assertThat(ring.seq()).isEqualTo(8);
    assertThat(ring.deviceMillis()).isEqualTo(61_000);
    assertThat(ring.has(X800Frame.ACK_WANTED)).isTrue();
    assertThat(ring.reader().u32()).isEqualTo(0x2A);
  }

  @Test
  void aDamagedByteCostsExactlyOneFrame() {
    byte[] good = HEX.parseHex(CALLER_ID);
    for (int i = 0; i < good.length; i++) {
      frames.clear();
      codec.reset();
      byte[] bad = good.clone();
      bad[i] ^= 0x10;
      feed(bad);
      feed(good);
      feed(good);
      codec.tick(10_000_000_000L);
      assertThat(frames).as("byte %d", i).hasSize(2);
    }
  }

  @Test
  void framesSplitAtEveryByteAreRead() {
    byte[] good = HEX.parseHex(AUDIO);
    for (int i = 1; i < good.length; i++) {
      feed(Arrays.copyOf(good, i));
      feed(Arrays.copyOfRange(good, i, good.length));
    }
    assertThat(frames).hasSize(good.length - 1);
  }

  @Test
  void aHalfFrameIsGivenUpAfterHalfASecond() {
    byte[] ring = HEX.parseHex(RING);
    byte[] audio = HEX.parseHex(AUDIO);
    // A byte was lost: the frame behind is taken for the rest of the first.
    feed(Arrays.copyOfRange(audio, 0, 20));
    feed(Arrays.copyOfRange(ring, 0, 10));
    codec.tick(499_000_000L);
    assertThat(codec.waiting()).isEqualTo(30);
    codec.tick(500_000_000L);
    assertThat(codec.waiting()).isZero();
    feed(ring);
    assertThat(frames).hasSize(1);
  }

  @Test
  void theLongestPayloadIsReadAndALongerOneIsNoFrame() {
    X800Frame longest = new X800Frame(X800Type.AUDIO, 0, 1, 65_535, 0xFFFFFFFFL, new byte[1024]);
    feed(X800Codec.encode(longest));
    assertThat(frames.getFirst().payload()).hasSize(1024);
    assertThat(frames.getFirst().deviceMillis()).isEqualTo(0xFFFFFFFFL);
    feed(X800Codec.encode(new X800Frame(X800Type.AUDIO, 0, 1, 1, 0, new byte[1025])));
    codec.tick(10_000_000_000L);
    assertThat(frames).hasSize(1);
  }

  @Test
  void noiseIsNoFrameAndNothingIsKept() {
    Random random = new Random(1);
    byte[] noise = new byte[200_000];
    random.nextBytes(noise);
    for (int from = 0; from < noise.length; ) {
      int to = Math.min(noise.length, from + 1 + random.nextInt(700));
      feed(Arrays.copyOfRange(noise, from, to));
      from = to;
      assertThat(codec.waiting()).isLessThanOrEqualTo(4096);
    }
    codec.tick(10_000_000_000L);
    feed(HEX.parseHex(RING));
    assertThat(frames).hasSize(1);
  }

  @Test
  void damagedStreamsLoseFramesAndInventNone() {
    Random random = new Random(2);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      byte[] payload = new byte[random.nextInt(300)];
      random.nextBytes(payload);
      sent.add(payload);
      stream.writeBytes(X800Codec.encode(new X800Frame(X800Type.AUDIO, 0, 1, i, i, payload)));
    }
    byte[] damaged = stream.toByteArray();
    for (int i = 0; i < 100; i++) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    feed(damaged);
    codec.tick(10_000_000_000L);
    assertThat(frames).hasSizeBetween(1_900, 1_999);
    for (X800Frame frame : frames) {
      assertThat(frame.payload()).isEqualTo(sent.get(frame.seq()));
    }
  }

  private void feed(byte[] bytes) {
    codec.received(bytes, bytes.length, 0);
  }
}
