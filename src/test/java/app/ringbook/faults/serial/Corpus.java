package app.ringbook.faults.serial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Frames a kit sent, to be sent again with faults: bits turned, bytes lost, doubled, put in, ends
 * cut off, two frames glued. Half of the damaged frames of our profile get checksums that fit, so
 * that what lies behind the checksum is tried too.
 */
final class Corpus {
  private static final int MOST = 400;
  private final Random random;
  private final List<byte[]> frames = new ArrayList<>();

  Corpus(Random random) {
    this.random = random;
  }

  void learn(byte[] frame) {
    if (frames.size() < MOST) {
      frames.add(frame.clone());
    } else if (random.nextInt(50) == 0) {
      frames.set(random.nextInt(MOST), frame.clone());
    }
  }

  /** The next disturbance: mostly damaged frames, some noise. */
  byte[] next() {
    if (frames.isEmpty() || random.nextInt(8) == 0) {
      byte[] noise = new byte[1 + random.nextInt(300)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] frame = frames.get(random.nextInt(frames.size())).clone();
    for (int i = 0; i <= random.nextInt(3); i++) {
      frame = damaged(frame);
    }
    return random.nextBoolean() ? withChecksums(frame) : frame;
  }

  private byte[] damaged(byte[] frame) {
    if (frame.length < 2) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(frame.length);
    return switch (random.nextInt(7)) {
      case 0 -> {
        frame[at] ^= (byte) (1 << random.nextInt(8));
        yield frame;
      }
      case 1 -> {
        frame[at] = (byte) random.nextInt(256);
        yield frame;
      }
      case 2 -> joined(Arrays.copyOf(frame, at), Arrays.copyOfRange(frame, at + 1, frame.length));
      case 3 -> joined(Arrays.copyOf(frame, at + 1), Arrays.copyOfRange(frame, at, frame.length));
      case 4 -> Arrays.copyOf(frame, Math.max(1, at));
      case 5 -> joined(frame, frames.get(random.nextInt(frames.size())));
      default -> {
        byte[] more = new byte[1 + random.nextInt(16)];
        random.nextBytes(more);
        yield joined(
            joined(Arrays.copyOf(frame, at), more), Arrays.copyOfRange(frame, at, frame.length));
      }
    };
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** Length and both checksums as the profile wants them; anything else stays as it is. */
  private static byte[] withChecksums(byte[] frame) {
    boolean ours = frame.length >= 18 && frame[0] == (byte) 0xA5 && frame[1] == 0x5A;
    if (!ours || frame.length > 18 + 1024) {
      return frame;
    }
    put(frame, 8, frame.length - 18);
    put(frame, 14, crc(frame, 2, 14));
    put(frame, frame.length - 2, crc(frame, 2, frame.length - 2));
    return frame;
  }

  private static void put(byte[] frame, int at, int value) {
    frame[at] = (byte) value;
    frame[at + 1] = (byte) (value >> 8);
  }

  private static int crc(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }
}
