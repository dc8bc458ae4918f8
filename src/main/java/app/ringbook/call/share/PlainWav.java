package app.ringbook.call.share;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.WavFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the sound of a recording as one WAV file without anything of ours in it. */
final class PlainWav {
  private static final int CHUNK_FRAMES = 8000;
  private static final int HEADER_BYTES = 58;

  private PlainWav() {}

  /**
   * Writes header and samples.
   *
   * @param pcm true for 16-bit samples, which every player knows; false for the samples as they are
   *     kept, which take half the room
   */
  static void write(WavFile sound, boolean pcm, OutputStream out) throws IOException {
    Codec codec = pcm ? Codec.PCM16 : sound.codec();
    long bytes = sound.frames() * sound.channels() * codec.bytesPerSample();
    if (bytes > Integer.MAX_VALUE - HEADER_BYTES) {
      throw new IOException("Too long for one WAV file: " + bytes + " bytes");
    }
    out.write(header(codec, sound.channels(), sound.sampleRate(), (int) bytes));
    for (long at = 0; at < sound.frames(); at += CHUNK_FRAMES) {
      out.write(pcm ? pcm(sound.read(at, CHUNK_FRAMES)) : sound.readBytes(at, CHUNK_FRAMES));
    }
    if ((bytes & 1) == 1) {
      out.write(0);
    }
  }

  private static byte[] pcm(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /** RIFF, fmt with 18 bytes, fact (which G.711 needs), data. */
  private static byte[] header(Codec codec, int channels, int rate, int bytes) {
    int frame = channels * codec.bytesPerSample();
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    name(out, "RIFF").putInt(HEADER_BYTES - 8 + bytes + (bytes & 1));
    name(out, "WAVE");
    name(out, "fmt ").putInt(18);
    out.putShort((short) tag(codec)).putShort((short) channels).putInt(rate).putInt(rate * frame);
    out.putShort((short) frame).putShort((short) (8 * codec.bytesPerSample())).putShort((short) 0);
    name(out, "fact").putInt(4).putInt(bytes / frame);
    name(out, "data").putInt(bytes);
    return out.array();
  }

  private static int tag(Codec codec) {
    return switch (codec) {
      case PCM16 -> 1;
      case ALAW -> 6;
      case ULAW -> 7;
    };
  }

  private static ByteBuffer name(ByteBuffer out, String four) {
    return out.put(four.getBytes(StandardCharsets.US_ASCII));
  }
}
