package app.ringbook.telephony.recorder;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import java.util.Arrays;
import java.util.Random;

/** Made-up sound whose every sample can be told from its neighbours. */
final class Sound {
  private final Codec codec;
  private final int channels;
  private final byte[] bytes;

  Sound(Codec codec, int channels, int frames) {
    this.codec = codec;
    this.channels = channels;
    bytes = new byte[frames * channels * codec.bytesPerSample()];
    new Random(frames).nextBytes(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  int frameBytes() {
    return channels * codec.bytesPerSample();
  }

  byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(bytes, from * frameBytes(), to * frameBytes());
  }

  /** The samples from one index up to another as the kit sends them. */
  AudioBlock block(int from, int to) {
    return new AudioBlock(from, codec, channels, to - from, bytes(from, to));
  }
}
