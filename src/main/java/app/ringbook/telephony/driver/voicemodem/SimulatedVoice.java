package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.G711;
import app.ringbook.telephony.simulator.SpeechSound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The sound on the line of a simulated modem: people talk or are silent, whether anybody listens or
 * not; while somebody does, frames of 20 ms come in the coding that was chosen.
 */
final class SimulatedVoice {
  private static final int FRAME = Codec.SAMPLE_RATE / 50;
  private static final long FRAME_NANOS = 20_000_000L;
  private static final int BURST = 25;

  private VoiceFormat.Coding coding = VoiceFormat.Coding.UNSIGNED8;
  private byte[] file = {};
  private long spoken;
  private long toSpeak;
  private long nextNanos;
  private boolean heard;

  void coding(VoiceFormat.Coding chosen) {
    coding = chosen;
  }

  void speak(long millis, String path) {
    spoken = 0;
    toSpeak = millis * Codec.SAMPLE_RATE / 1000;
    file = new byte[0];
    if (!path.isBlank()) {
      try {
        file = SpeechSound.ofFile(Path.of(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      toSpeak = file.length;
    }
  }

  boolean speaking() {
    return spoken < toSpeak;
  }

  void hush() {
    toSpeak = 0;
    spoken = 0;
  }

  void heard(boolean now, long nanos) {
    heard = now;
    nextNanos = nanos + FRAME_NANOS;
  }

  /** The sound that is due, unshielded; empty if none is or nobody listens. */
  byte[] due(long nowNanos, boolean fast) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean burst = fast && heard && speaking();
    int left = burst ? BURST : Integer.MAX_VALUE;
    while (left-- > 0 && (burst ? speaking() : nowNanos - nextNanos >= 0)) {
      byte[] frame = frame();
      if (heard) {
        out.writeBytes(coded(frame));
      }
      nextNanos = burst ? nowNanos + FRAME_NANOS : nextNanos + FRAME_NANOS;
    }
    return out.toByteArray();
  }

  private byte[] frame() {
    byte[] frame = new byte[FRAME];
    Arrays.fill(frame, Codec.ALAW.silence());
    if (speaking()) {
      int count = (int) Math.min(FRAME, toSpeak - spoken);
      byte[] said =
          file.length == 0
              ? SpeechSound.made(0, spoken, count)
              : Arrays.copyOfRange(file, (int) spoken, (int) spoken + count);
      System.arraycopy(said, 0, frame, 0, count);
      spoken += count;
    }
    return frame;
  }

  private byte[] coded(byte[] alaw) {
    if (coding == VoiceFormat.Coding.ALAW) {
      return alaw;
    }
    short[] linear = G711.decode(Codec.ALAW, alaw, 0, alaw.length);
    if (coding.bytes() == 2 || coding == VoiceFormat.Coding.ULAW) {
      return G711.encode(coding.codec(), linear);
    }
    int silence = coding == VoiceFormat.Coding.UNSIGNED8 ? 0x80 : 0;
    byte[] eight = new byte[alaw.length];
    for (int i = 0; i < eight.length; i++) {
      eight[i] = (byte) ((linear[i] >> 8) + silence);
    }
    return eight;
  }
}
