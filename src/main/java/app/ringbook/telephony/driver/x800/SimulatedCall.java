package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.simulator.SpeechSound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A call on a line of the simulated kit, with its sound: frames of 20 ms whose sample numbers run
 * on while the handset is up, whether anybody records or not.
 */
final class SimulatedCall {
  private static final int FRAME = Codec.SAMPLE_RATE / 50;
  private static final long FRAME_NANOS = 20_000_000L;
  private static final int BURST = 25;

  final long id;
  final long began;
  int rings;
  boolean busy;
  byte[] callerId = {3, 0};
  private final boolean incoming;
  private final int channels;
  private final Consumer<byte[]> out;
  private String dialled = "";
  private long dialledAt;
  private long liftedAt = -1;
  private long answeredAt = -1;
  private boolean heard;
  private long nextFrameNanos;
  private long sent;
  private long speakUntil;
  private byte[] file = {};
  private long fileFrom;

  SimulatedCall(long id, boolean incoming, long began, int channels, Consumer<byte[]> out) {
    this.id = id;
    this.incoming = incoming;
    this.began = began;
    this.channels = channels;
    this.out = out;
  }

  void lifted(long millis) {
    liftedAt = liftedAt < 0 ? millis : liftedAt;
    if (incoming) {
      answered(millis);
    }
  }

  void answered(long millis) {
    answeredAt = answeredAt < 0 ? millis : answeredAt;
  }

  boolean handsetUp() {
    return liftedAt >= 0;
  }

  void dialled(String digits, long millis) {
    dialledAt = millis;
    dialled += digits;
  }

  /** Somebody to whom a call going on is told again. */
  interface Again {
    /** A frame of the call with the kit's milliseconds when that was. */
    void frame(int type, byte[] payload, long millis);
  }

  /** Tells all of the call so far, each event at its own time. */
  void again(Again to) {
    if (incoming) {
      byte[] ring = new X800Payload().u32(id).u8(Math.max(1, rings)).u8(1).u8('A').done();
      to.frame(X800Type.RING, ring, began);
      to.frame(X800Type.CALLER_ID, new X800Payload().u32(id).bytes(callerId).done(), began);
    }
    if (liftedAt >= 0) {
      to.frame(X800Type.HOOK, new X800Payload().u32(id).u8(1).u8(0).done(), liftedAt);
    }
    for (int i = 0; i < dialled.length(); i++) {
      byte[] digit = new X800Payload().u32(id).u8(dialled.charAt(i)).u8(1).u16(75).done();
      to.frame(X800Type.DTMF, digit, dialledAt);
    }
    if (answeredAt >= 0 && !incoming) {
      to.frame(X800Type.HOOK, new X800Payload().u32(id).u8(1).u8(1).done(), answeredAt);
    }
  }

  /** Somebody wants the sound from now on. */
  void record(long nowNanos) {
    if (!heard) {
      heard = true;
      nextFrameNanos = nowNanos + FRAME_NANOS;
    }
  }

  /** Nobody wants the sound any more; people go on talking. */
  void unheard() {
    heard = false;
  }

  long firstSample() {
    return sent;
  }

  /** People talk for so long, or as long as the file lasts. */
  void speak(long millis, String path) {
    long samples = millis * Codec.SAMPLE_RATE / 1000;
    if (!path.isBlank()) {
      try {
        file = SpeechSound.ofFile(Path.of(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      fileFrom = sent;
      samples = file.length;
    }
    speakUntil = sent + samples;
  }

  boolean speaking() {
    return sent < speakUntil;
  }

  /** Sends what is due; as much as fits when sound is to be fast. */
  void live(long nowNanos, boolean fast) {
    if (!handsetUp()) {
      return;
    }
    if (nextFrameNanos == 0) {
      nextFrameNanos = nowNanos + FRAME_NANOS;
    }
    boolean burst = fast && heard;
    int left = BURST;
    while (burst ? speaking() && left-- > 0 : nowNanos >= nextFrameNanos) {
      frame();
      nextFrameNanos = burst ? nowNanos + FRAME_NANOS : nextFrameNanos + FRAME_NANOS;
    }
  }

  /** Sends what was said up to now. */
  void flush(long nowNanos) {
    live(nowNanos, false);
  }

  /** Direction, cause and durations of CALL_END. */
  byte[] end(long millis) {
    long talk = answeredAt < 0 ? 0 : millis - answeredAt;
    long ring = answeredAt < 0 ? millis - began : answeredAt - began;
    int cause = busy ? 2 : answeredAt < 0 ? 0 : 1;
    return new X800Payload().u8(incoming ? 0 : 1).u8(cause).u32(ring).u32(talk).done();
  }

  /** Samples as sent on the wire, channels in turn. */
  static byte[] sound(long first, int samples, int channels) {
    byte[] near = SpeechSound.made(0, first, samples);
    if (channels == 1) {
      return near;
    }
    byte[] far = SpeechSound.made(1, first, samples);
    byte[] both = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      both[2 * i] = near[i];
      both[2 * i + 1] = far[i];
    }
    return both;
  }

  private void frame() {
    byte[] data = fileSound();
    if (data.length == 0) {
      data = sound(sent, FRAME, channels);
    }
    if (heard) {
      X800Payload payload = new X800Payload().u32(id).u32(sent).u8(2).u8(channels);
      out.accept(payload.u16(FRAME).bytes(data).done());
    }
    sent += FRAME;
  }

  private byte[] fileSound() {
    int at = (int) (sent - fileFrom);
    if (at < 0 || at >= file.length) {
      return new byte[0];
    }
    byte[] data = new byte[FRAME * channels];
    for (int i = 0; i < data.length; i++) {
      int sample = at + i / channels;
      data[i] = sample < file.length ? file[sample] : Codec.ALAW.silence();
    }
    return data;
  }
}
