package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.Codec;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Puts the sound of one call in order of its sample numbers. Missing samples are told as a gap, an
 * overlap is dropped. A jump that no lost frame explains (more than ten seconds ahead, more than
 * one back) begins a new segment: numbers go on without silence, and a gap of 0 marks the seam.
 */
final class X800Sound {
  private static final long LONGEST_GAP = 10L * Codec.SAMPLE_RATE;
  private static final long FIRST_SECOND = Codec.SAMPLE_RATE;
  private static final long LONGEST_BACK = Codec.SAMPLE_RATE;

  private final String call;
  private final Consumer<CallEvent> sink;
  private boolean seam;
  private boolean based;
  private long expected;
  private long shift;
  private long lost;

  X800Sound(String call, Consumer<CallEvent> sink) {
    this.call = call;
    this.sink = sink;
  }

  /** Where the kit begins to count, if it says so before the first piece. */
  void begins(long index) {
    if (expected == 0) {
      shift = -index;
      based = true;
    }
  }

  /** Sound was stopped on purpose and goes on now: what lies between is not lost. */
  void resumed() {
    seam = expected > 0;
  }

  /** The next piece; {@code index} is the kit's number of its first sample. */
  void audio(Stamp at, long index, Codec codec, int channels, int samples, byte[] data) {
    close(at, index);
    long first = index + shift;
    int overlap = (int) Math.min(samples, Math.max(0, expected - first));
    if (overlap == samples) {
      return;
    }
    int from = overlap * channels * codec.bytesPerSample();
    byte[] rest = from == 0 ? data : Arrays.copyOfRange(data, from, data.length);
    AudioBlock block = new AudioBlock(first + overlap, codec, channels, samples - overlap, rest);
    expected = first + samples;
    sink.accept(new CallEvent.Audio(at, call, block));
  }

  /** The kit says that samples are lost for good. */
  void gap(Stamp at, long index, long count) {
    long end = index + shift + count;
    if (end > expected && end - expected <= LONGEST_GAP) {
      tellGap(at, end - expected);
    }
  }

  /** Samples lost so far. */
  long lost() {
    return lost;
  }

  /** Tells what lies between the samples heard last and these. */
  private void close(Stamp at, long index) {
    if (!based && index > FIRST_SECOND) {
      // The kit never said where it begins: its count began with the call, not with the sound.
      shift = -index;
    }
    based = true;
    long ahead = index + shift - expected;
    if (seam || ahead > LONGEST_GAP || ahead < -LONGEST_BACK) {
      seam = false;
      shift = expected - index;
      if (expected > 0) {
        sink.accept(new CallEvent.AudioGap(at, call, expected, 0));
      }
    } else if (ahead > 0) {
      tellGap(at, ahead);
    }
  }

  private void tellGap(Stamp at, long count) {
    lost += count;
    sink.accept(new CallEvent.AudioGap(at, call, expected, count));
    expected += count;
  }
}
