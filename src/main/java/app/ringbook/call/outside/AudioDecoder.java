package app.ringbook.call.outside;

import app.ringbook.telephony.Codec;
import fr.delthas.javamp3.Sound;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Sound of a WAV or MP3 file as the recorder keeps it: 8000 samples a second, 16 bits little
 * endian, one or two channels. Changes of rate and width are made by the sound system of the JDK.
 */
final class AudioDecoder implements Closeable {
  private final AudioInputStream stream;
  private final int channels;

  private AudioDecoder(AudioInputStream stream, int channels) {
    this.stream = stream;
    this.channels = channels;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read or holds no sound this program understands
   */
  static AudioDecoder open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      AudioInputStream source =
          file.toString().toLowerCase(Locale.ROOT).endsWith(".mp3")
              ? mp3(in)
              : AudioSystem.getAudioInputStream(in);
      int channels = Math.min(2, source.getFormat().getChannels());
      AudioFormat wanted = new AudioFormat(Codec.SAMPLE_RATE, 16, channels, true, false);
      // Width first, rate second: the JDK changes one of both at a time.
      AudioFormat wide =
          new AudioFormat(
              source.getFormat().getSampleRate(),
              16,
              source.getFormat().getChannels(),
              true,
              false);
      AudioInputStream linear = AudioSystem.getAudioInputStream(wide, source);
      return new AudioDecoder(AudioSystem.getAudioInputStream(wanted, linear), channels);
    } catch (UnsupportedAudioFileException | RuntimeException e) {
      in.close();
      throw new IOException("no sound that is understood", e);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static AudioInputStream mp3(InputStream in) throws IOException {
    Sound sound = new Sound(in);
    return new AudioInputStream(sound, sound.getAudioFormat(), AudioSystem.NOT_SPECIFIED);
  }

  /** 1 or 2. */
  int channels() {
    return channels;
  }

  /**
   * The next samples, both channels in turn.
   *
   * @return bytes read, a whole number of frames; 0 at the end
   */
  int read(byte[] buffer) throws IOException {
    try {
      int whole = buffer.length - buffer.length % (2 * channels);
      int count = stream.readNBytes(buffer, 0, whole);
      return count - count % (2 * channels);
    } catch (RuntimeException e) {
      throw new IOException("the sound breaks off", e);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
