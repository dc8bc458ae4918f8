package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The sound of one call: bytes without their shield become blocks of numbered samples. */
final class ModemSound {
  /** A tenth of a second of the widest coding; a longer read makes several blocks. */
  private static final int BLOCK_BYTES = 1600;

  private final String call;
  private final VoiceFormat.Coding coding;
  private final Supplier<Stamp> stamp;
  private final Consumer<CallEvent> sink;
  private final byte[] bytes = new byte[BLOCK_BYTES];
  private int size;
  private long sent;

  /**
   * @param first number of the first sample; above 0 where sound goes on after a break
   */
  ModemSound(
      String call,
      VoiceFormat.Coding coding,
      long first,
      Supplier<Stamp> stamp,
      Consumer<CallEvent> sink) {
    this.call = call;
    this.coding = coding;
    this.sent = first;
    this.stamp = stamp;
    this.sink = sink;
    if (first > 0) {
      gap();
    }
  }

  /** The call it belongs to. */
  String call() {
    return call;
  }

  /** Samples told so far. */
  long sent() {
    return sent;
  }

  /** The next byte. */
  void take(byte value) {
    bytes[size++] = value;
    if (size == BLOCK_BYTES) {
      flush();
    }
  }

  /** Tells what came so far; half a sample waits for its other half. */
  void flush() {
    int samples = size / coding.bytes();
    if (samples == 0) {
      return;
    }
    int used = samples * coding.bytes();
    byte[] data = converted(used);
    size -= used;
    System.arraycopy(bytes, used, bytes, 0, size);
    AudioBlock block = new AudioBlock(sent, coding.codec(), 1, samples, data);
    sent += samples;
    sink.accept(new CallEvent.Audio(stamp.get(), call, block));
  }

  /** The modem lost samples here; how many it does not say. */
  void gap() {
    flush();
    sink.accept(new CallEvent.AudioGap(stamp.get(), call, sent, 0));
  }

  private byte[] converted(int used) {
    if (coding != VoiceFormat.Coding.UNSIGNED8 && coding != VoiceFormat.Coding.SIGNED8) {
      return Arrays.copyOf(bytes, used);
    }
    int silence = coding == VoiceFormat.Coding.UNSIGNED8 ? 0x80 : 0;
    byte[] wide = new byte[2 * used];
    for (int i = 0; i < used; i++) {
      wide[2 * i + 1] = (byte) (bytes[i] - silence);
    }
    return wide;
  }
}
